namespace Postmortems.Formats.Blocks;

/// <summary>Plain text and wiki text, line by line brought to the Markdown that means the same; no line is added or lost.</summary>
internal static class TextBlocks
{
    /// <returns>Null when the text is nested too deeply.</returns>
    public static List<Block>? Read(string[] lines, int firstLine)
    {
        var isWiki = Array.Exists(lines, line => WikiHeading(line.Trim()) is not null);

        return MarkdownBlocks.Read(string.Join('\n', lines.Select(line => AsMarkdown(line, isWiki))), firstLine);
    }

    private static string AsMarkdown(string line, bool isWiki)
    {
        var trimmed = line.TrimStart();

        if (trimmed is ['•' or '·' or '◦' or '‣' or '∙' or '–', ' ' or '\t' or '\u00A0', ..])
        {
            return "- " + trimmed[2..].TrimStart();
        }

        if (isWiki)
        {
            return OfWiki(trimmed);
        }

        // Indented text is text here, not code.
        return line.Length - trimmed.Length >= 4 ? trimmed : line;
    }

    private static string OfWiki(string line)
    {
        var text = line.Replace("'''", "**", StringComparison.Ordinal).Replace("''", "*", StringComparison.Ordinal);

        return WikiHeading(line.TrimEnd())
            ?? (text.StartsWith("# ", StringComparison.Ordinal) ? "1. " + text[2..] : text);
    }

    private static string? WikiHeading(string line)
    {
        var marks = line.AsSpan().IndexOfAnyExcept('=');

        return marks is >= 1 and <= 6 && line.Length > 2 * marks && line.EndsWith(line[..marks], StringComparison.Ordinal)
            ? $"{new string('#', marks)} {line[marks..^marks].Trim()}"
            : null;
    }
}
