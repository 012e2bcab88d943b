using AngleSharp.Html.Parser;

namespace Postmortems.Formats.Blocks.Pages;

/// <summary>A page brought to Markdown: headings, paragraphs, lists, tables, code, quotations and links; other elements leave their text.</summary>
internal static class HtmlToMarkdown
{
    /// <param name="firstLine">The line of the source (from 0) on which the page starts.</param>
    public static MarkdownLines Read(string html, int firstLine)
    {
        var parser = new HtmlParser(new HtmlParserOptions { IsKeepingSourceReferences = true });
        var page = parser.ParseDocument(PageMarkup.AsHtml(html));
        PageHabits.CutSpace(page);
        var output = new MarkdownLines();
        var walk = new PageWalk(PageStyles.Of(page), output, firstLine);
        output.At(firstLine);

        if (page.QuerySelector("h1, p.title") is null && page.Title is { Length: > 0 } title)
        {
            output.Block("# ", title.ReplaceLineEndings(" "));
        }

        if (page.DocumentElement is { } root)
        {
            walk.Children(root, 0);
        }

        output.Flush();
        WriteAround(walk.Around, output);

        return output;
    }

    private static void WriteAround(IReadOnlyList<string> around, MarkdownLines output)
    {
        if (around.Count > 0)
        {
            output.Block("## ", "Additional information");
        }

        foreach (var words in around.Where(words => words.Length > 0))
        {
            output.Block("> ", words);
        }
    }
}
