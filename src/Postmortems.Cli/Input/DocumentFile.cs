namespace Postmortems.Cli.Input;

/// <summary>Reads a document from disk as text, whatever its bytes are.</summary>
internal static class DocumentFile
{
    public const int LargestMegabytes = 50;

    /// <exception cref="BadInputException">Naming the file.</exception>
    public static string Read(string file)
    {
        if (Directory.Exists(file))
        {
            throw new BadInputException($"{file} is a folder; name the files in it.");
        }

        if (!File.Exists(file))
        {
            throw new BadInputException($"There is no file {file}.");
        }

        if (new FileInfo(file).Length > LargestMegabytes * 1024L * 1024)
        {
            throw new BadInputException($"{file} is larger than {LargestMegabytes} MB.");
        }

        try
        {
            return File.ReadAllText(file);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{file} cannot be read: {fault.Message}");
        }
    }
}
