using System.Text;
using AngleSharp.Dom;

namespace Postmortems.Formats.Blocks.Pages;

/// <summary>The words of an element whose structure cannot be kept: code, and cells that hold more than a line.</summary>
internal static class PageWords
{
    private static readonly HashSet<string> Apart = ["p", "div", "li", "tr", "td", "th", "pre", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "table", "blockquote", "summary", "figcaption"];

    /// <summary>As they stand, with line breaks and with what pictures are called.</summary>
    public static string OfCode(IElement element) => Of(element, between: "");

    /// <summary>With a space between what stands apart on the page.</summary>
    public static string OfCell(IElement element) => Of(element, between: " ");

    /// <summary>On one line, with one space where any stood.</summary>
    public static string Collapsed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    public static string Picture(IElement image) =>
        image.GetAttribute("src") is { Length: > 0 } source ? $"![{image.GetAttribute("alt")}]({source})" : image.GetAttribute("alt") ?? "";

    private static string Of(IElement element, string between)
    {
        var words = new StringBuilder();
        Add(words, element, between, 0);
        return words.ToString();
    }

    private static void Add(StringBuilder words, INode node, string between, int depth)
    {
        if (node is IText text)
        {
            words.Append(text.Data);
        }
        else if (node is IElement { LocalName: "br" })
        {
            words.Append('\n');
        }
        else if (node is IElement { LocalName: "img" } image)
        {
            words.Append(Picture(image));
        }
        else if (node is IElement { LocalName: not ("script" or "style") } element && depth < PageDepth.Deepest * 2)
        {
            var apart = Apart.Contains(element.LocalName) ? between : "";
            words.Append(apart);

            foreach (var child in element.ChildNodes)
            {
                Add(words, child, between, depth + 1);
            }

            words.Append(apart);
        }
    }
}
