using Postmortems.Language.Reading;

namespace Postmortems.Language.Grammar;

/// <summary>
/// A pattern over words: "should not? &lt;adverb&gt;? have &lt;done&gt;". A word, alternatives with |, &lt;class&gt;, begin* , ? for what may be left out,
/// ! for what must not follow, ... for up to three words in between, ^ for the beginning, &lt;people&gt; for a group that means people,
/// &lt;owner&gt; and &lt;named&gt; for one that may also be a bare name.
/// </summary>
internal sealed class Phrase
{
    private const int LongestGap = 3;

    private readonly List<Element> elements;

    public Phrase(string pattern, Vocabulary vocabulary)
    {
        Pattern = pattern;
        elements = [.. pattern.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(element => Element.Read(element, vocabulary))];
        Anchors = elements.Where(element => element.Anchors is not null).Select(element => element.Anchors!).MinBy(vocabulary.Frequency)
            ?? throw new InvalidOperationException($"“{pattern}” needs a word that must be there.");
    }

    public string Pattern { get; }

    /// <summary>One of these begins a word of every sentence that the phrase is in.</summary>
    public IReadOnlyCollection<string> Anchors { get; }

    /// <returns>The index behind the last word, or -1.</returns>
    public int EndOf(SentenceWords words, int start) => EndOf(words, start, 0);

    private int EndOf(SentenceWords words, int at, int next)
    {
        if (next == elements.Count)
        {
            return at;
        }

        var element = elements[next];

        switch (element.Kind)
        {
            case ElementKind.Beginning:
                return at == 0 || (words.IsMark(at - 1) && words.Text(at - 1) is not "-" and not "/") ? EndOf(words, at, next + 1) : -1;
            case ElementKind.Not:
                return at < words.Count && element.Has(words.Text(at)) ? -1 : EndOf(words, at, next + 1);
            case ElementKind.Gap:
                return AcrossGap(words, at, next);
            case ElementKind.Owner when MayBeName(words, at) && words.Text(at + 1) is ['\'', ..] && EndOf(words, at + 1, next + 1) is var owned and > 0:
                return owned;
            case ElementKind.Named when at > 0 && MayBeName(words, at) && EndOf(words, at + 1, next + 1) is var named and > 0:
                return named;
            case ElementKind.People or ElementKind.Owner or ElementKind.Named:
                return words.EndOfPeople(at) is var end and > 0 ? EndOf(words, end, next + 1) : -1;
        }

        if (at < words.Count && words[at].Kind != WordKind.Code && element.Has(words.Text(at)) && EndOf(words, at + 1, next + 1) is var found and >= 0)
        {
            return found;
        }

        if (element.AlsoPeople && words.EndOfPeople(at) is var group and > 0 && EndOf(words, group, next + 1) is var after and >= 0)
        {
            return after;
        }

        return element.IsOptional ? EndOf(words, at, next + 1) : -1;
    }

    private int AcrossGap(SentenceWords words, int at, int next)
    {
        for (var skipped = 0; skipped <= LongestGap && at + skipped <= words.Count; skipped++)
        {
            if (EndOf(words, at + skipped, next + 1) is var end and >= 0)
            {
                return end;
            }

            if (at + skipped < words.Count && (words.IsMark(at + skipped) || words.IsConnector(at + skipped)))
            {
                break;
            }
        }

        return -1;
    }

    private static bool MayBeName(SentenceWords words, int at) =>
        at < words.Count && words.IsWord(at) && words[at].IsCapital && !words.IsTime(at) && !words.IsDeterminer(at) && GroupEdges.Pronoun(words, at) is null;
}
