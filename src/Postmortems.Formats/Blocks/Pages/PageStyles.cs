using System.Buffers;
using AngleSharp.Dom;

namespace Postmortems.Formats.Blocks.Pages;

/// <summary>Bold, slanted and struck words that a page tells by classes and styles instead of elements, as Google Docs does.</summary>
internal sealed class PageStyles
{
    private const int LongestSheet = 400_000;

    private static readonly SearchValues<char> Selectors = SearchValues.Create(" .:>,#[{");

    private readonly Dictionary<string, string> classes = new(StringComparer.Ordinal);

    private PageStyles()
    {
    }

    public static PageStyles Of(IDocument page)
    {
        var styles = new PageStyles();

        foreach (var sheet in page.GetElementsByTagName("style"))
        {
            styles.Take(sheet.TextContent);
        }

        return styles;
    }

    /// <summary>The Markdown signs that go around a span; empty when it is plain.</summary>
    public string MarkOf(IElement span)
    {
        var style = span.GetAttribute("style") ?? "";
        var marks = MarksIn(style);

        // Classes tell nothing when no sheet of the page does.
        foreach (var name in marks.Length == 0 && classes.Count > 0 ? span.ClassList.Take(20) : [])
        {
            marks = marks.Length > 0 ? marks : classes.GetValueOrDefault(name, "");
        }

        return marks;
    }

    // .c1{color:#000;font-weight:700}
    private void Take(string sheet)
    {
        if (sheet.Length > LongestSheet)
        {
            return;
        }

        foreach (var rule in sheet.Split('}'))
        {
            var open = rule.LastIndexOf('{');

            if (open > 1 && rule.AsSpan(0, open).Trim() is ['.', .. var name] && !name.ContainsAny(Selectors) && MarksIn(rule[(open + 1)..]) is { Length: > 0 } marks)
            {
                classes[name.ToString()] = marks;
            }
        }
    }

    private static string MarksIn(string style)
    {
        if (style.Length == 0)
        {
            return "";
        }

        var said = style.Replace(" ", "", StringComparison.Ordinal);

        return said.Contains("line-through", StringComparison.OrdinalIgnoreCase) ? "~~"
            : Has(said, "font-weight:bold") || Has(said, "font-weight:600") || Has(said, "font-weight:700") || Has(said, "font-weight:800") || Has(said, "font-weight:900") ? "**"
            : Has(said, "font-style:italic") ? "*"
            : "";
    }

    private static bool Has(string style, string said) => style.Contains(said, StringComparison.OrdinalIgnoreCase);
}
