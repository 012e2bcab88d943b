using System.Security.Cryptography;

namespace Postmortems.Web.Ops.Embedded;

/// <summary>The passwords of the embedded server, kept beside its data in PostgreSQL's own password-file format.</summary>
internal sealed record PostgresPasswords(string Administrator, string Product)
{
    public const string AdministratorName = "postgres";
    public const string ProductName = "postmortems";

    public static PostgresPasswords Invent() =>
        new(RandomNumberGenerator.GetHexString(40, lowercase: true), RandomNumberGenerator.GetHexString(40, lowercase: true));

    public static PostgresPasswords Read(string path)
    {
        try
        {
            var entries = File.ReadAllLines(path).Select(line => line.Split(':')).ToDictionary(entry => entry[3], entry => entry[4]);
            return new PostgresPasswords(entries[AdministratorName], entries[ProductName]);
        }
        catch (Exception fault) when (fault is IOException or IndexOutOfRangeException or KeyNotFoundException)
        {
            throw new StartupProblemException($"The passwords of the embedded PostgreSQL cannot be read from {path}; put that file back from a backup.", fault);
        }
    }

    public void Write(string path) => Secrets.Write(
        path, $"*:*:*:{AdministratorName}:{Administrator}\n*:*:*:{ProductName}:{Product}\n");
}
