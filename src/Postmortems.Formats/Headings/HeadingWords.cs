using System.Buffers;
using System.Text;
using Postmortems.Formats.Blocks;

namespace Postmortems.Formats.Headings;

/// <summary>Brings a heading to the form of <see cref="HeadingMap"/> and says what it is about.</summary>
internal static class HeadingWords
{
    private static readonly SearchValues<char> Numbering = SearchValues.Create("0123456789 ");

    private const int LongestHeading = 160;
    private const int MostWordsAround = 9;

    /// <summary>What the heading is about; <see cref="Kind.None"/> when nothing tells.</summary>
    public static Kind KindOf(string markdown)
    {
        var exact = ExactKindOf(markdown);

        if (exact != Kind.None || markdown.Length > LongestHeading)
        {
            return exact;
        }

        var plain = WithoutEmoji(PlainText.Of(markdown));

        var kinds = PartsOf(plain).Select(part => HeadingMap.Whole.GetValueOrDefault(Fold(part))).Where(kind => kind != Kind.None).ToList();

        // "Problems/Timeline" is followed by times, "Lessons and improvements" by promises; else the first word leads.
        if (kinds.Count > 0)
        {
            return kinds.Contains(Kind.Timeline) ? Kind.Timeline : kinds[0] == Kind.Lessons && kinds.Contains(Kind.ActionItems) ? Kind.ActionItems : kinds[0];
        }

        var folded = Fold(WithoutBrackets(plain));
        var words = folded.AsSpan().Count(' ') + 1;

        return words <= MostWordsAround
            ? HeadingMap.Within.FirstOrDefault(entry => HasPhrase(folded, entry.Phrase)).Kind
            : folded.StartsWith("timeline ", StringComparison.Ordinal) ? Kind.Timeline : Kind.None;
    }

    /// <summary>Only when the whole heading is one of the known spellings.</summary>
    public static Kind ExactKindOf(string markdown)
    {
        if (markdown.Length > LongestHeading)
        {
            return Kind.None;
        }

        var plain = WithoutEmoji(PlainText.Of(markdown));

        return HeadingMap.Whole.TryGetValue(Fold(plain), out var kind)
            || HeadingMap.Whole.TryGetValue(Fold(WithoutBrackets(plain)), out kind)
                ? kind
                : Kind.None;
    }

    /// <summary>Lower case, no accents, only letters and digits, one space between words, no leading number.</summary>
    public static string Fold(string text)
    {
        var folded = new StringBuilder(text.Length);

        foreach (var c in text)
        {
            if (!char.IsLetterOrDigit(c))
            {
                if (folded.Length > 0 && folded[^1] != ' ')
                {
                    folded.Append(' ');
                }
            }
            else if (c is 'ß')
            {
                folded.Append("ss");
            }
            else
            {
                folded.Append(WithoutAccent(char.ToLowerInvariant(c)));
            }
        }

        var words = folded.ToString().Trim().Replace("post mortem", "postmortem", StringComparison.Ordinal);
        var number = words.AsSpan().IndexOfAnyExcept(Numbering);

        // "5 whys" is a name, "2 timeline" a numbered heading.
        return number > 0 && !words.AsSpan(number).StartsWith("why") ? words[number..] : words;
    }

    private static IEnumerable<string> PartsOf(string plain)
    {
        foreach (var separator in (string[])[" - ", " – ", " — ", ": ", "/", " & ", " and ", ", ", ". "])
        {
            foreach (var part in plain.Split(separator))
            {
                if (part.Length < plain.Length)
                {
                    yield return WithoutBrackets(part);
                }
            }
        }
    }

    private static bool HasPhrase(string folded, string phrase)
    {
        var at = folded.IndexOf(phrase, StringComparison.Ordinal);

        return at >= 0 && (at == 0 || folded[at - 1] == ' ');
    }

    private static string WithoutBrackets(string text)
    {
        var kept = new StringBuilder(text.Length);
        var depth = 0;

        foreach (var c in text)
        {
            depth += c is '(' or '[' or '{' ? 1 : 0;

            if (depth == 0)
            {
                kept.Append(c);
            }

            depth -= depth > 0 && c is ')' or ']' or '}' && depth > 0 ? 1 : 0;
        }

        return kept.ToString().Trim();
    }

    // :warning: and its like, which some renderers turn into pictures.
    private static string WithoutEmoji(string text)
    {
        var trimmed = text.TrimStart();

        if (trimmed is [':', ..] && trimmed.IndexOf(':', 1) is > 1 and < 40 and var end && !trimmed.AsSpan(1, end - 1).Contains(' '))
        {
            return trimmed[(end + 1)..].Trim();
        }

        return trimmed;
    }

    private static char WithoutAccent(char c) => c switch
    {
        'à' or 'á' or 'â' or 'ã' or 'ä' or 'å' or 'ą' => 'a',
        'ç' or 'ć' => 'c',
        'è' or 'é' or 'ê' or 'ë' or 'ę' => 'e',
        'ì' or 'í' or 'î' or 'ï' => 'i',
        'ñ' or 'ń' => 'n',
        'ò' or 'ó' or 'ô' or 'õ' or 'ö' or 'ø' => 'o',
        'ù' or 'ú' or 'û' or 'ü' => 'u',
        'ý' or 'ÿ' => 'y',
        'ł' => 'l',
        'ś' => 's',
        'ź' or 'ż' => 'z',
        'ё' => 'е',
        _ => c,
    };
}
