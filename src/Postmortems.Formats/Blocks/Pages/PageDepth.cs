using System.Buffers;

namespace Postmortems.Formats.Blocks.Pages;

/// <summary>How deeply a page nests its elements, told before anything is built of it.</summary>
internal static class PageDepth
{
    public const int Deepest = 300;

    private const int LongestName = 12;

    // End tags of these are often left out, so they tell nothing about depth.
    private static readonly string[] LeftOpen = ["p", "li", "td", "th", "tr", "br", "img", "hr", "input", "meta", "link", "option", "dt", "dd", "source", "col", "tbody", "thead", "area", "wbr"];

    private static readonly SearchValues<char> NameEnds = SearchValues.Create("> \t\n/<");

    /// <summary>Whether elements are nested more deeply than any page needs.</summary>
    public static bool IsTooMuch(string html)
    {
        var depth = 0;
        var deepest = 0;

        for (var i = html.IndexOf('<', StringComparison.Ordinal); i >= 0 && i + 1 < html.Length; i = html.IndexOf('<', i + 1))
        {
            var next = html[i + 1];
            depth += next == '/' ? -1 : char.IsAsciiLetter(next) && !ClosesItself(html.AsSpan(i + 1)) ? 1 : 0;
            deepest = Math.Max(deepest, depth = Math.Max(0, depth));
        }

        return deepest > Deepest;
    }

    private static bool ClosesItself(ReadOnlySpan<char> tag)
    {
        var name = tag[..Math.Min(LongestName, tag.Length)];
        var end = name.IndexOfAny(NameEnds);
        name = end < 0 ? name : name[..end];

        foreach (var open in LeftOpen)
        {
            if (name.Equals(open, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }
}
