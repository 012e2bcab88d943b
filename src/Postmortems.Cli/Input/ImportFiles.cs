using System.Text;
using Postmortems.Formats;

namespace Postmortems.Cli.Input;

/// <summary>Files on disk, and those in folders, on their way to a server.</summary>
internal static class ImportFiles
{
    private const int MostTogether = 50;
    private const int LargestTogether = 8_000_000;

    /// <summary>As the server. Larger files are sent as far as it takes to be refused there with the others' lines.</summary>
    private const int Largest = 6_000_000;

    private static readonly string[] Pictures = [".png", ".jpg", ".jpeg", ".gif", ".webp", ".avif"];

    /// <exception cref="BadInputException">Naming what is not there or cannot be read.</exception>
    public static IEnumerable<ImportFile> Of(IReadOnlyList<string> named)
    {
        if (named.FirstOrDefault(name => !File.Exists(name) && !Directory.Exists(name)) is { } missing)
        {
            throw new BadInputException($"There is no file or folder {missing}.");
        }

        return WithPictures([.. named.SelectMany(name => Directory.Exists(name) ? InFolder(name) : [(Path: name, Name: Path.GetFileName(name))])]);
    }

    public static IEnumerable<IReadOnlyList<ImportFile>> Portions(IEnumerable<ImportFile> files)
    {
        var portion = new List<ImportFile>();
        var size = 0;

        foreach (var file in files)
        {
            if (portion.Count >= MostTogether || (portion.Count > 0 && size + file.Size > LargestTogether))
            {
                yield return portion;
                portion = [];
                size = 0;
            }

            portion.AddRange(file.Pictures.Prepend(file).Where(one => portion.TrueForAll(other => other.Name != one.Name)));
            size += file.Size;
        }

        if (portion.Count > 0)
        {
            yield return portion;
        }
    }

    /// <summary>A picture goes with each document that shows it; what no document shows goes alone, so that the server says what it is.</summary>
    private static IEnumerable<ImportFile> WithPictures(List<(string Path, string Name)> found)
    {
        var pictures = found.Where(file => Pictures.Contains(Path.GetExtension(file.Name), StringComparer.OrdinalIgnoreCase)).DistinctBy(file => file.Name).ToDictionary(file => file.Name, StringComparer.Ordinal);
        var taken = new HashSet<string>(StringComparer.Ordinal);

        foreach (var (path, name) in found.Where(file => !pictures.ContainsKey(file.Name)))
        {
            var document = Read(path, name);
            var shown = pictures.Count == 0 ? [] : LinkedPictures.In(name, Encoding.UTF8.GetString(document.Bytes)).Where(pictures.ContainsKey).ToList();
            taken.UnionWith(shown);
            yield return document with { Pictures = [.. shown.Select(picture => Read(pictures[picture].Path, picture))] };
        }

        foreach (var (path, name) in pictures.Values.Where(picture => !taken.Contains(picture.Name)))
        {
            yield return Read(path, name);
        }
    }

    private static IEnumerable<(string Path, string Name)> InFolder(string folder) =>
        Directory.EnumerateFiles(folder, "*", new EnumerationOptions { RecurseSubdirectories = true, AttributesToSkip = FileAttributes.System })
            .Select(path => (path, Path.GetRelativePath(folder, path).Replace('\\', '/')))
            .Where(found => !found.Item2.Split('/').Any(part => part.StartsWith('.')))
            // Numbers on the server follow the names.
            .OrderBy(found => found.Item2, NumberedNames.Order);

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
internal sealed record ImportFile(string Name, byte[] Bytes)
{
    /// <summary>That it shows.</summary>
    public IReadOnlyList<ImportFile> Pictures { get; init; } = [];

    public int Size => Bytes.Length + Pictures.Sum(picture => picture.Bytes.Length);
}
