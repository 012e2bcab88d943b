namespace Postmortems.Cli.Input;

/// <summary>Files on disk, and those in folders, on their way to a server.</summary>
internal static class ImportFiles
{
    private const int MostTogether = 50;
    private const int LargestTogether = 8_000_000;

    /// <summary>As the server. Larger files are sent as far as it takes to be refused there with the others' lines.</summary>
    private const int Largest = 6_000_000;

    /// <exception cref="BadInputException">Naming what is not there or cannot be read.</exception>
    public static IEnumerable<ImportFile> Of(IReadOnlyList<string> named)
    {
        if (named.FirstOrDefault(name => !File.Exists(name) && !Directory.Exists(name)) is { } missing)
        {
            throw new BadInputException($"There is no file or folder {missing}.");
        }

        return named.SelectMany(name => Directory.Exists(name) ? InFolder(name) : [(Path: name, Name: Path.GetFileName(name))]).Select(found => Read(found.Path, found.Name));
    }

    public static IEnumerable<IReadOnlyList<ImportFile>> Portions(IEnumerable<ImportFile> files)
    {
        var portion = new List<ImportFile>();
        var size = 0;

        foreach (var file in files)
        {
            if (portion.Count == MostTogether || (portion.Count > 0 && size + file.Bytes.Length > LargestTogether))
            {
                yield return portion;
                portion = [];
                size = 0;
            }

            portion.Add(file);
            size += file.Bytes.Length;
        }

        if (portion.Count > 0)
        {
            yield return portion;
        }
    }

    private static IEnumerable<(string Path, string Name)> InFolder(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.System })
            .Select(path => (path, Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .Where(found => !found.Item2.Split('/').Any(part => part.StartsWith('.')))
            .OrderBy(found => found.Item2, StringComparer.Ordinal);

    private static ImportFile Read(string path, string name)
    {
        try
        {
            using var stream = File.OpenRead(path);
            var bytes = new byte[Math.Min(stream.Length, Largest + 1)];
            stream.ReadExactly(bytes);
            return new ImportFile(name, bytes);
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            throw new BadInputException($"{path} cannot be read: {fault.Message}");
        }
    }
}

/// <param name="Name">Relative to the folder that was named.</param>
internal sealed record ImportFile(string Name, byte[] Bytes);
