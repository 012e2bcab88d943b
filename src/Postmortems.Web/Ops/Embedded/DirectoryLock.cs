using System.Globalization;

namespace Postmortems.Web.Ops.Embedded;

/// <summary>Holds a data directory for the life of the process; the operating system lets go when the process dies.</summary>
internal sealed class DirectoryLock : IDisposable
{
    private const string FileName = "lock";
    private const string SignatureName = "process";

    // What Linux, macOS and Windows answer when somebody else holds the file.
    private const int WouldBlock = 11;
    private const int WouldBlockOnMac = 35;
    private const int SharingViolation = unchecked((int)0x80070020);

    private readonly string directory;
    private readonly FileStream file;

    private DirectoryLock(string directory, FileStream file) => (this.directory, this.file) = (directory, file);

    public static DirectoryLock Take(string directory)
    {
        try
        {
            Directory.CreateDirectory(directory);
            var taken = new DirectoryLock(directory, new FileStream(Path.Combine(directory, FileName), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
            Sign(directory);
            return taken;
        }
        catch (UnauthorizedAccessException refusal)
        {
            throw new StartupProblemException($"The data directory {directory} cannot be written by {Environment.UserName}; give it to that user or choose another with {PostmortemsSettings.DataDirectoryKey}.", refusal);
        }
        catch (IOException held) when (held.HResult is WouldBlock or WouldBlockOnMac or SharingViolation)
        {
            throw new StartupProblemException($"The data directory {directory} is in use by another Postmortems{Holder(directory)}; stop that one or choose another with {PostmortemsSettings.DataDirectoryKey}.", held);
        }
        catch (IOException fault)
        {
            throw new StartupProblemException($"The data directory {directory} cannot be used ({fault.Message.TrimEnd('.')}); choose another with {PostmortemsSettings.DataDirectoryKey}.", fault);
        }
    }

    /// <summary>After a first start that failed: nothing half-made stays.</summary>
    public void RemoveTraces()
    {
        File.Delete(Path.Combine(directory, SignatureName));
        File.Delete(Path.Combine(directory, FileName));

        if (!Directory.EnumerateFileSystemEntries(directory).Any())
        {
            Directory.Delete(directory);
        }
    }

    public void Dispose() => file.Dispose();

    // A held file can be read by nobody else, so the number of the holder lies beside it.
    private static void Sign(string directory) => File.WriteAllText(
        Path.Combine(directory, SignatureName), Environment.ProcessId.ToString(CultureInfo.InvariantCulture));

    private static string Holder(string directory) =>
        Path.Combine(directory, SignatureName) is var signature && File.Exists(signature)
            ? $" (process {File.ReadAllText(signature)})"
            : "";
}
