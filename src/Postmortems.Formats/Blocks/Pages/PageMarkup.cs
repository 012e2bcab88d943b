using System.Buffers;
using System.Net;
using System.Text;

namespace Postmortems.Formats.Blocks.Pages;

/// <summary>Brings markup that is written as XML to HTML, so that nothing of it is lost. Lines stay where they are.</summary>
internal static class PageMarkup
{
    private const string DataBegins = "<![CDATA[";
    private const string DataEnds = "]]>";
    private const int LongestTag = 4000;

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(" \t\r\n/>");

    // Elements that HTML closes by itself, with or without the slash.
    private static readonly HashSet<string> Void =
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track", "wbr"];

    public static string AsHtml(string page) => WithClosedTags(WithData(page));

    // HTML takes <![CDATA[…]]> for a comment; wikis keep code in it.
    private static string WithData(string page)
    {
        var at = page.IndexOf(DataBegins, StringComparison.Ordinal);

        if (at < 0)
        {
            return page;
        }

        var html = new StringBuilder(page.Length);
        var from = 0;

        for (; at >= 0; at = page.IndexOf(DataBegins, from, StringComparison.Ordinal))
        {
            var end = page.IndexOf(DataEnds, at, StringComparison.Ordinal);
            end = end < 0 ? page.Length : end;
            html.Append(page, from, at - from).Append(WebUtility.HtmlEncode(page[(at + DataBegins.Length)..Math.Max(end, at + DataBegins.Length)]));
            from = Math.Min(page.Length, end + DataEnds.Length);
        }

        return html.Append(page, from, page.Length - from).ToString();
    }

    // <time datetime="2026-02-03" /> would hold all that follows it.
    private static string WithClosedTags(string page)
    {
        var at = page.IndexOf("/>", StringComparison.Ordinal);

        if (at < 0)
        {
            return page;
        }

        var html = new StringBuilder(page.Length);
        var from = 0;

        for (; at >= 0; at = page.IndexOf("/>", at + 2, StringComparison.Ordinal))
        {
            var window = Math.Max(from, at - LongestTag);
            var open = page.AsSpan(window, at - window).LastIndexOf('<');

            if (open < 0 || NameAt(page.AsSpan(window + open + 1, at - window - open - 1)) is not { Length: > 0 } name || Void.Contains(name))
            {
                continue;
            }

            html.Append(page, from, at - from).Append("></").Append(name).Append('>');
            from = at + 2;
        }

        return html.Append(page, from, page.Length - from).ToString();
    }

    private static string NameAt(ReadOnlySpan<char> tag)
    {
        var end = tag.IndexOfAny(NameEnds);
        var name = end < 0 ? tag : tag[..end];

        return name.Length is > 0 and < 40 && char.IsAsciiLetter(name[0]) && !name.Contains('<') ? name.ToString().ToLowerInvariant() : "";
    }
}
