using Postmortems.Formats.Times;

namespace Postmortems.Formats.Source;

/// <summary>What the name of a file tells: a title in words.</summary>
internal static class FileName
{
    private static readonly string[] EmptyNames = ["index", "readme", "postmortem", "post-mortem", "incident", "report", "document"];

    // v0.3.x is no ending, so the endings are named.
    private static readonly HashSet<string> Endings =
        ["md", "markdown", "mdx", "mkd", "mdown", "qmd", "rmd", "html", "htm", "xhtml", "txt", "text", "log", "wiki", "mediawiki", "erb", "j2", "liquid", "tmpl", "rst", "adoc"];

    /// <returns>The name in words without folders, endings and content hashes; the folder's when the name says nothing.</returns>
    public static string? Title(string fileName)
    {
        var parts = fileName.Replace('\\', '/').Split('/', StringSplitOptions.RemoveEmptyEntries);

        if (parts.Length == 0)
        {
            return null;
        }

        var name = WithoutHash(WithoutEndings(parts[^1]));

        if (EmptyNames.Contains(name, StringComparer.OrdinalIgnoreCase) && parts.Length > 1)
        {
            name = WithoutHash(parts[^2]);
        }

        var words = WithoutDay(InWords(name));

        // v0.3.x stays small.
        return words.Length == 0 ? null : words.Split(' ')[0].All(char.IsLetter) ? char.ToUpperInvariant(words[0]) + words[1..] : words;
    }

    // The day is a field of its own: "20260218 mail queue" is called "Mail queue". One word alone would be the name of many.
    private static string WithoutDay(string words)
    {
        var at = 0;

        return DateScanner.TryTake(words, ref at) is { Year: not null } && words[at..].TrimStart(' ', '-') is { Length: > 2 } rest && rest.Contains(' ') && char.IsLetter(rest[0]) && at < words.Length && words[at] == ' ' ? rest : words;
    }

    private static string WithoutEndings(string name)
    {
        for (var dot = name.LastIndexOf('.'); dot > 0 && Endings.Contains(name[(dot + 1)..].ToLowerInvariant()); dot = name.LastIndexOf('.'))
        {
            name = name[..dot];
        }

        return name;
    }

    // Exports and archives put an id before or after the name; it says nothing to a reader.
    private static string WithoutHash(string name)
    {
        var words = name.Split('_', ' ', '-');

        // Two dashes part an id of any digits from the name.
        if (words.Length > 2 && words[1].Length == 0 && words[0].Length is 7 or 8 or 16 or 32 or 40 && words[0].All(char.IsAsciiHexDigitLower))
        {
            return name[words[0].Length..].TrimStart('_', ' ', '-');
        }

        if (words.Length > 1 && IsHash(words[0]))
        {
            return name[words[0].Length..].TrimStart('_', ' ', '-');
        }

        return words.Length > 1 && IsHash(words[^1]) ? name[..^words[^1].Length].TrimEnd('_', ' ', '-') : name;
    }

    private static bool IsHash(string word) =>
        word.Length is 7 or 8 or 16 or 32 or 40
        && word.All(char.IsAsciiHexDigitLower)
        && word.Any(char.IsAsciiDigit)
        && word.Any(char.IsAsciiLetter);

    // Dashes inside a day stay; those between words become spaces.
    private static string InWords(string name)
    {
        var words = name.Replace('_', ' ').ToCharArray();

        for (var i = 1; i < words.Length - 1; i++)
        {
            if (words[i] == '-' && !(char.IsAsciiDigit(words[i - 1]) && char.IsAsciiDigit(words[i + 1])) && words[i - 1] != ' ')
            {
                words[i] = ' ';
            }
        }

        return string.Join(' ', new string(words).Split(' ', StringSplitOptions.RemoveEmptyEntries));
    }
}
