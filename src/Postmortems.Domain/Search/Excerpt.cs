using System.Text;
using System.Text.RegularExpressions;

namespace Postmortems.Domain.Search;

/// <summary>A stretch of text with the words that matched. Whoever shows it encodes every piece.</summary>
public sealed partial record Excerpt(IReadOnlyList<ExcerptPiece> Pieces)
{
    /// <summary>Private characters that mark matches on their way from the database; they are taken out of texts there.</summary>
    public const char Start = '\uE000';
    public const char Stop = '\uE001';
    public const char Cut = '\uE002';

    private const int Longest = 600;

    /// <summary>UTF-16 units. A rest as short as this is shown rather than left out.</summary>
    private const int ShortRest = 30;

    public bool IsEmpty => Pieces.Count == 0;

    public string Plain => string.Concat(Pieces.Select(piece => piece.Text));

    /// <param name="marked">What ts_headline made of the text in which paths were taken apart.</param>
    /// <param name="text">The text itself, letter for letter as long.</param>
    public static Excerpt Of(string marked, string text)
    {
        var pieces = new List<ExcerptPiece>();
        var apart = TakenApart(text);
        var from = 0;

        foreach (var fragment in marked.Split(Cut))
        {
            if (pieces.Count > 0)
            {
                pieces.Add(new ExcerptPiece(" … ", false));
            }

            from = Add(pieces, fragment, text, apart, from);
        }

        AddRest(pieces, text, from);
        return new Excerpt(Shorten(WordsOnly(pieces)));
    }

    private static void AddRest(List<ExcerptPiece> pieces, string text, int from)
    {
        var rest = Readable(text.Substring(from, Math.Min(text.Length - from, 4 * ShortRest))).TrimEnd();

        if (pieces.Count > 0 && rest.Length > 0)
        {
            pieces.Add(new ExcerptPiece(rest.Length <= ShortRest ? rest : " …", false));
        }
    }

    private static int Add(List<ExcerptPiece> pieces, string fragment, string text, string apart, int from)
    {
        var plain = fragment.Replace($"{Start}", "", StringComparison.Ordinal).Replace($"{Stop}", "", StringComparison.Ordinal);
        var at = apart.IndexOf(plain, from, StringComparison.Ordinal);

        foreach (var (index, stretch) in fragment.Split(Start, Stop).Index())
        {
            var original = at < 0 ? stretch : text.Substring(at, stretch.Length);
            at = at < 0 ? at : at + stretch.Length;

            if (Readable(original) is { Length: > 0 } readable)
            {
                pieces.Add(new ExcerptPiece(readable, IsMatch: index % 2 == 1));
            }
        }

        return at < 0 ? from : at;
    }

    /// <summary>Must do to letters what search_words_of in the database does.</summary>
    private static string TakenApart(string text) =>
        string.Create(text.Length, text, (letters, whole) =>
        {
            for (var i = 0; i < letters.Length; i++)
            {
                letters[i] = whole[i] is '.' or '/' or '@' or '<' or '>' or '&' ? ' ' : whole[i];
            }
        });

    /// <summary>Markdown's marks and line ends only disturb in two lines of text.</summary>
    private static string Readable(string stretch)
    {
        var readable = new StringBuilder(stretch.Length);

        foreach (var letter in stretch)
        {
            var shown = letter is '#' or '*' or '`' or '|' or '\n' or '\r' or '\t' ? ' ' : letter;

            // Rules under headings and between table rows.
            if (letter is '-' or '=' or '_' && readable.Length > 1 && readable[^1] == letter && readable[^2] == letter)
            {
                continue;
            }

            if (shown != ' ' || readable.Length == 0 || readable[^1] != ' ')
            {
                readable.Append(shown);
            }
        }

        return readable.ToString();
    }

    /// <summary>Of a link its words, of a live block nothing. A match may stand within either, and a fragment may begin or end there.</summary>
    private static List<ExcerptPiece> WordsOnly(List<ExcerptPiece> pieces)
    {
        var whole = string.Concat(pieces.Select(piece => piece.Text));
        var gone = Marks().Matches(whole).SelectMany(match => match.Groups["gone"].Captures).SelectMany(capture => Enumerable.Range(capture.Index, capture.Length)).ToHashSet();
        var at = 0;
        var words = new List<ExcerptPiece>(pieces.Count);

        foreach (var piece in pieces)
        {
            var kept = string.Concat(piece.Text.Where((_, index) => !gone.Contains(at + index)));
            at += piece.Text.Length;

            if (kept.Length > 0)
            {
                words.Add(piece with { Text = kept });
            }
        }

        return words;
    }

    [GeneratedRegex(@"(?<gone>\{\{[\w -]*(\}\} ?)?)|(?<gone>:::+ ?((timeline|causes|action-items|similar|impact|people)\b)?( [a-z-]+=[^\s]+)* ?)|(?<gone>!?\[)[^\[\]]*(?<gone>\]\([^\s()]*\)?)|(?<gone>\]\([^\s()]*\)?)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Marks();

    /// <summary>A text without spaces makes one endless word of a headline.</summary>
    private static List<ExcerptPiece> Shorten(List<ExcerptPiece> pieces)
    {
        var room = Longest;
        var kept = new List<ExcerptPiece>();

        foreach (var piece in pieces.TakeWhile(_ => room > 0))
        {
            kept.Add(piece.Text.Length <= room ? piece : piece with { Text = Shortened.To(piece.Text, room) });
            room -= piece.Text.Length;
        }

        return kept;
    }
}

public sealed record ExcerptPiece(string Text, bool IsMatch);
