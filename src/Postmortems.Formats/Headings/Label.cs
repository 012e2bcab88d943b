using Postmortems.Formats.Blocks;

namespace Postmortems.Formats.Headings;

/// <summary>Words at the start of a line that stand for a heading or name a field: <c>**Impact**: …</c>, <c>Timeline:</c>.</summary>
internal sealed record Label(string Words, string Rest, bool IsBold)
{
    private const int Longest = 80;

    public static Label? Of(string line)
    {
        var text = line.TrimStart();

        return Bold(text, "**") ?? Bold(text, "__") ?? Tagged(text) ?? Plain(text);
    }

    private static Label? Bold(string text, string mark)
    {
        if (!text.StartsWith(mark, StringComparison.Ordinal))
        {
            return null;
        }

        var window = text.AsSpan(2, Math.Min(Longest, text.Length - 2));
        var end = window.IndexOf(mark, StringComparison.Ordinal);

        if (end <= 0)
        {
            return null;
        }

        var words = window[..end].ToString().Trim();
        var rest = text[(2 + end + 2)..].TrimStart();

        // **Impact**: or **Impact:** is a label; **Impact** was high is a sentence.
        if (rest.Length > 0 && !words.EndsWith(':') && rest[0] is not (':' or '-' or '–' or '—' or '|'))
        {
            return null;
        }

        return new Label(words.TrimEnd(':', ' '), rest.TrimStart(':', '-', '–', '—', '|', ' ', '\\').Trim(), IsBold: true);
    }

    private static Label? Tagged(string text)
    {
        if (!text.StartsWith("<b>", StringComparison.OrdinalIgnoreCase) || text.IndexOf("</b>", StringComparison.OrdinalIgnoreCase) is not (> 3 and <= Longest and var end))
        {
            return null;
        }

        return new Label(text[3..end].TrimEnd(':', ' '), text[(end + 4)..].TrimStart(':', ' '), IsBold: true);
    }

    private static Label? Plain(string text)
    {
        var colon = text.AsSpan(0, Math.Min(Longest, text.Length)).IndexOf(':');

        return colon <= 1 || char.IsAsciiDigit(text[colon - 1]) || (colon + 1 < text.Length && text[colon + 1] is not (' ' or '\t'))
            ? null
            : new Label(text[..colon].Trim(), text[(colon + 1)..].Trim(), IsBold: false);
    }
}
