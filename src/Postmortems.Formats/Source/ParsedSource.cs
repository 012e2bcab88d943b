using Postmortems.Formats.Blocks;
using Postmortems.Formats.Blocks.Pages;

namespace Postmortems.Formats.Source;

/// <summary>A document in blocks, with the lines they stand on and the way back to the lines of the file.</summary>
internal sealed class ParsedSource
{
    /// <summary>Many times the longest postmortem known; what lies behind is kept in the body and not searched for fields.</summary>
    public const int LongestStructure = 512 * 1024;

    private readonly IReadOnlyList<int>? origins;
    private readonly string[] frontLines;

    private ParsedSource(string format, FrontMatter front, string[] frontLines, string[] lines, IReadOnlyList<int>? origins, List<Block> blocks)
    {
        Format = format;
        Front = front;
        this.frontLines = frontLines;
        Lines = lines;
        this.origins = origins;
        Blocks = blocks;
    }

    public string Format { get; }

    /// <summary>The lines that blocks count in: of the file, or of the Markdown made from a page.</summary>
    public string[] Lines { get; }

    public List<Block> Blocks { get; }

    public FrontMatter Front { get; }

    /// <summary>From lines counted here (from 0) to lines of the file (from 1).</summary>
    public LineSpan Span(int first, int last) => new(Origin(first) + 1, Math.Max(Origin(first), Origin(last)) + 1);

    /// <summary>The whole document as Markdown; fields of the front matter follow as a block of code.</summary>
    public string Body
    {
        get
        {
            var text = string.Join('\n', origins is null ? Lines[Front.Lines..] : Lines).Trim('\n');

            return Front.Lines == 0 ? text + "\n" : $"{text}\n\n```yaml\n{string.Join('\n', frontLines[1..^1])}\n```\n";
        }
    }

    public static ParsedSource Of(string fileName, string text, List<string> warnings)
    {
        var source = SourceText.Of(text);
        var front = FrontMatter.Of(source.Lines);
        var format = SourceFormat.Of(fileName, source.Lines);

        Warn(source, front, warnings);

        var rest = source.Join(front.Lines);

        if (format == SourceFormat.Html && !PageDepth.IsTooMuch(rest))
        {
            var page = HtmlToMarkdown.Read(rest, front.Lines);
            string[] lines = [.. page.Lines];

            return new ParsedSource(format, front, source.Lines[..front.Lines], lines, page.Sources, BlocksOf(lines, 0, SourceFormat.Markdown, warnings));
        }

        return new ParsedSource(format, front, source.Lines[..front.Lines], source.Lines, null, BlocksOf(source.Lines, front.Lines, format, warnings));
    }

    private static List<Block> BlocksOf(string[] lines, int first, string format, List<string> warnings)
    {
        var rest = Bounded(lines[first..], warnings);

        var blocks = Array.Exists(rest, MarkdownBlocks.IsNestedTooDeeply) || format == SourceFormat.Html ? null
            : format == SourceFormat.Text ? TextBlocks.Read(rest, first)
            : MarkdownBlocks.Read(string.Join('\n', rest), first);

        if (blocks is null)
        {
            warnings.Add("The text is nested too deeply to read its structure; it was kept as text.");
        }

        return blocks ?? [];
    }

    private static string[] Bounded(string[] lines, List<string> warnings)
    {
        var length = 0;

        for (var i = 0; i < lines.Length; i++)
        {
            length += lines[i].Length + 1;

            if (length > LongestStructure)
            {
                warnings.Add($"The document is very long; fields were read from its first {i} lines.");

                return lines[..i];
            }
        }

        return lines;
    }

    private static void Warn(SourceText source, FrontMatter front, List<string> warnings)
    {
        if (source.WasMended)
        {
            warnings.Add("The file holds characters that are no text; each was replaced by \uFFFD.");
        }

        if (front.Warning is { } warning)
        {
            warnings.Add(warning);
        }
    }

    private int Origin(int line) =>
        origins is null ? line : origins.Count == 0 ? 0 : origins[Math.Clamp(line, 0, origins.Count - 1)];
}
