using System.Text;

namespace Postmortems.Domain.Writing.Comments;

/// <summary>Finds quoted words in a document, also when they were copied from the page, where Markdown's marks are not seen.</summary>
internal static class QuotedWords
{
    private const string Marks = "*_`#>[]~\\|";

    /// <returns>None when they do not stand there; two when they stand there more than once.</returns>
    public static IReadOnlyList<Passage> Find(string text, string quote)
    {
        var exact = Places(text, quote);
        return exact.Count > 0 ? exact : FindLoosely(text, quote);
    }

    /// <summary>Where words stand by themselves after the passage that held them was taken out: moved elsewhere, or put back.</summary>
    public static Passage? FindAgain(string text, string quote) => quote.Length > 0 && Places(text, quote) is [var only] ? only : null;

    private static List<Passage> FindLoosely(string text, string quote)
    {
        var (words, places) = Bare(text);
        var (wanted, _) = Bare(quote);
        return wanted.Length == 0 ? [] : [.. Places(words, wanted).Select(found => new Passage(places[found.From], places[found.To - 1] + 1).Whole(text))];
    }

    private static List<Passage> Places(string text, string quote)
    {
        var places = new List<Passage>();

        for (var at = text.IndexOf(quote, StringComparison.Ordinal); at >= 0 && places.Count < 2; at = text.IndexOf(quote, at + 1, StringComparison.Ordinal))
        {
            places.Add(new Passage(at, at + quote.Length));
        }

        return places;
    }

    /// <summary>The text as a reader sees it, without the addresses of links and with one blank between words; and where each unit of it stands.</summary>
    private static (string Words, List<int> Places) Bare(string text)
    {
        var words = new StringBuilder();
        var places = new List<int>();

        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == '(' && i > 0 && text[i - 1] == ']' && text.IndexOf(')', i) is > 0 and var end && text.AsSpan(i, end - i).IndexOf('\n') < 0)
            {
                i = end;
            }
            else if (char.IsWhiteSpace(text[i]) && words.Length > 0 && words[^1] != ' ')
            {
                words.Append(' ');
                places.Add(i);
            }
            else if (!char.IsWhiteSpace(text[i]) && !Marks.Contains(text[i], StringComparison.Ordinal))
            {
                words.Append(text[i]);
                places.Add(i);
            }
        }

        var trimmed = words.Length > 0 && words[^1] == ' ' ? words.Length - 1 : words.Length;
        return (words.ToString(0, trimmed), places);
    }
}
