using System.Text;

namespace Postmortems.Domain.ImportExport;

/// <summary>A picture in the folder beside an exported document.</summary>
internal sealed record ExportedPicture(Guid Id, string Name, string MediaType, string Fingerprint)
{
    private const int LongestWords = 40;

    /// <summary>The same in each export, different for different pictures, and a plain file name on every system: "pictures/queue-depth-0f3a9b2c51de.png".</summary>
    public string Path => $"pictures/{Words(Name)}-{Fingerprint[..12]}.{MediaType[(MediaType.IndexOf('/', StringComparison.Ordinal) + 1)..]}";

    /// <summary>What a picture was called before an export added the beginning of its fingerprint.</summary>
    public static string NameIn(string path, string fingerprint) =>
        System.IO.Path.GetFileName(path).Replace($"-{fingerprint[..12]}.", ".", StringComparison.Ordinal);

    private static string Words(string name)
    {
        var words = new StringBuilder();

        foreach (var letter in System.IO.Path.GetFileNameWithoutExtension(name))
        {
            if (char.IsAsciiLetterOrDigit(letter))
            {
                words.Append(char.ToLowerInvariant(letter));
            }
            else if (words.Length > 0 && words[^1] != '-')
            {
                words.Append('-');
            }
        }

        return words.ToString(0, Math.Min(words.Length, LongestWords)).Trim('-') is { Length: > 0 } said ? said : "picture";
    }
}
