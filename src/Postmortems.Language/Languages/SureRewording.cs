using Postmortems.Language.Grammar;

namespace Postmortems.Language.Languages;

/// <summary>Words that can be dropped or exchanged without knowing anything about the incident.</summary>
/// <param name="Behind">Must be the word before, where it is given.</param>
internal sealed record SureRewording(Phrase Says, string Words, WordClass? Behind, WordClass? Ahead)
{
    /// <returns>In UTF-16 units of the sentence, or null where the phrase is not there.</returns>
    public Rewording? In(SentenceWords words, string sentence, int from, int to)
    {
        for (var at = from; at < to; at++)
        {
            if (Says.EndOf(words, at) is var end && end > at && Behind?.Has(words.Text(at - 1)) != false && Ahead?.Has(words.Text(end)) != false)
            {
                return Words.Length == 0 ? Without(words, sentence, at, end) : Instead(words, sentence, at, end);
            }
        }

        return null;
    }

    private Rewording Instead(SentenceWords words, string sentence, int at, int end)
    {
        var start = words[at].Start;
        var put = words[at].IsCapital ? char.ToUpperInvariant(Words[0]) + Words[1..] : Words;
        return new Rewording(start, sentence[start..words[end - 1].End], put);
    }

    private static Rewording? Without(SentenceWords words, string sentence, int at, int end)
    {
        if (at > 0 && words.Text(at - 1) is "a" or "an")
        {
            return WithArticle(words, sentence, at, end);
        }

        if (end >= words.Count || words.IsMark(end))
        {
            // Nothing follows that could begin the sentence anew.
            var space = at > 0 ? words[at - 1].End : -1;
            return space < 0 || words.Text(end) == "," && at == 0 ? null : new Rewording(space, sentence[space..words[end - 1].End], "");
        }

        var start = words[at].Start;
        var next = words[end].Start;

        return words[at].IsCapital
            ? new Rewording(start, sentence[start..(next + 1)], char.ToUpperInvariant(sentence[next]).ToString())
            : new Rewording(start, sentence[start..next], "");
    }

    /// <summary>"An inexperienced developer" becomes "a developer". Null where a letter does not tell the sound.</summary>
    private static Rewording? WithArticle(SentenceWords words, string sentence, int at, int end)
    {
        var article = words[at - 1];

        if (end >= words.Count || !words.IsWord(end) || words[end].IsCapital || ArticleBefore(words.Text(end)) is not { } put)
        {
            return null;
        }

        var was = sentence[article.Start..words[end].Start];
        return new Rewording(article.Start, was, $"{(article.IsCapital ? char.ToUpperInvariant(put[0]) + put[1..] : put)} ");
    }

    private static string? ArticleBefore(string word) => word[0] switch
    {
        'a' or 'e' or 'i' => "an",
        'o' => word.StartsWith("on", StringComparison.Ordinal) && !word.StartsWith("on-call", StringComparison.Ordinal) ? null : "an",
        'u' or 'h' => null,
        >= 'b' and <= 'z' => "a",
        _ => null,
    };
}
