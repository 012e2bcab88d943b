using System.Globalization;

namespace Postmortems.Web.Ops.Embedded;

/// <summary>Holds a data directory for the life of the process; the operating system lets go when the process dies.</summary>
internal sealed class DirectoryLock : IDisposable
{
    private readonly FileStream held;

    private DirectoryLock(FileStream held) => this.held = held;

    public static DirectoryLock Take(string directory)
    {
        var path = Path.Combine(directory, "lock");

        try
        {
            Directory.CreateDirectory(directory);
            var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            Sign(file);
            return new DirectoryLock(file);
        }
        catch (UnauthorizedAccessException refusal)
        {
            throw new StartupProblemException($"The data directory {directory} cannot be written by {Environment.UserName}; give it to that user or choose another with {PostmortemsSettings.DataDirectoryKey}.", refusal);
        }
        catch (IOException taken) when (File.Exists(path))
        {
            throw new StartupProblemException($"The data directory {directory} is in use by another Postmortems{Holder(path)}; stop that one or choose another with {PostmortemsSettings.DataDirectoryKey}.", taken);
        }
        catch (IOException fault)
        {
            throw new StartupProblemException($"The data directory {directory} cannot be made ({fault.Message.TrimEnd('.')}); choose another with {PostmortemsSettings.DataDirectoryKey}.", fault);
        }
    }

    public void Dispose() => held.Dispose();

    private static void Sign(FileStream file)
    {
        file.SetLength(0);
        file.Write(System.Text.Encoding.ASCII.GetBytes(Environment.ProcessId.ToString(CultureInfo.InvariantCulture)));
        file.Flush();
    }

    private static string Holder(string path)
    {
        try
        {
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            using var reader = new StreamReader(file);
            return reader.ReadToEnd() is { Length: > 0 } process ? $" (process {process})" : "";
        }
        catch (IOException)
        {
            // Windows shows a locked file to nobody; the sentence does without the number.
            return "";
        }
    }
}
