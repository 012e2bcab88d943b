namespace Postmortems.Formats.Blocks;

/// <summary>Plain text and wiki text, line by line brought to the Markdown that means the same; no line is added or lost.</summary>
internal static class TextBlocks
{
    public static List<Block>? Read(string[] lines, int firstLine) =>
        MarkdownBlocks.Read(string.Join('\n', lines.Select(AsMarkdown)), firstLine);

    private static string AsMarkdown(string line)
    {
        var trimmed = line.TrimStart();

        if (trimmed is ['•' or '·' or '◦' or '‣' or '∙' or '–', ' ' or '\t' or '\u00A0', ..])
        {
            return "- " + trimmed[2..].TrimStart();
        }

        if (WikiHeading(trimmed.TrimEnd()) is { } heading)
        {
            return heading;
        }

        // Indented text is text here, not code.
        return line.Length - trimmed.Length >= 4 ? trimmed : line;
    }

    private static string? WikiHeading(string line)
    {
        var marks = line.AsSpan().IndexOfAnyExcept('=');

        return marks is >= 1 and <= 6 && line.Length > 2 * marks && line.EndsWith(line[..marks], StringComparison.Ordinal)
            ? $"{new string('#', marks)} {line[marks..^marks].Trim()}"
            : null;
    }
}
