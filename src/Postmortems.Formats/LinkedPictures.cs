using System.Text.RegularExpressions;

namespace Postmortems.Formats;

/// <summary>Pictures that a document shows or links to as files beside it: <c>![Depth](pictures/depth.png)</c>, <c>&lt;img src="depth.png"&gt;</c>.</summary>
public static class LinkedPictures
{
    private static readonly Regex Shown = new(
        """\](\(|:)[ ]?<?(?<path>[^\s()<>"]+)|<img\s[^<>]*?src[ ]?=[ ]?["'](?<path>[^"'\n<>]+)""",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture);

    /// <param name="file">The document, perhaps with folders; its links count from where it stands.</param>
    /// <returns>Paths from where the name of the document counts, each once. Addresses and paths that lead out are none.</returns>
    public static IReadOnlyList<string> In(string file, string text) =>
        [.. Shown.Matches(text).Select(match => PathOf(file, match.Groups["path"].Value)).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <param name="address">Of the picture at a path, or null where the link shall stay.</param>
    public static string Replace(string file, string text, Func<string, string?> address) => Shown.Replace(text, match =>
    {
        var link = match.Groups["path"];

        return PathOf(file, link.Value) is { } path && address(path) is { } there
            ? match.Value.Remove(link.Index - match.Index, link.Length).Insert(link.Index - match.Index, there)
            : match.Value;
    });

    private static string? PathOf(string file, string link)
    {
        var bare = link.Split('#', '?')[0];

        if (bare.Length == 0 || bare[0] == '/' || bare.Contains(':', StringComparison.Ordinal))
        {
            return null;
        }

        var parts = new List<string>();

        foreach (var part in $"{file[..(file.LastIndexOf('/') + 1)]}{Uri.UnescapeDataString(bare)}".Split('/').Where(part => part is not ("" or ".")))
        {
            if (part != "..")
            {
                parts.Add(part);
            }
            else if (parts.Count == 0)
            {
                return null;
            }
            else
            {
                parts.RemoveAt(parts.Count - 1);
            }
        }

        return string.Join('/', parts);
    }
}
