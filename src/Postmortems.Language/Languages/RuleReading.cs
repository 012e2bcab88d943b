using Postmortems.Language.Grammar;

namespace Postmortems.Language.Languages;

/// <summary>A rule with what silences it and what makes it unnecessary.</summary>
internal sealed class RuleReading(Rule rule, RuleEntry entry, Func<IEnumerable<string>, IReadOnlyList<Phrase>> phrases, Func<string, WordClass> anyOf)
{
    private readonly IReadOnlyList<Phrase> unless = phrases(entry.Unless);
    private readonly IReadOnlyList<Phrase> unlessThen = phrases(entry.UnlessThen);
    private readonly List<SureRewording> rewordings =
        [.. entry.Rewords.Select(one => new SureRewording(phrases([one.Says])[0], one.Words, one.Behind is null ? null : anyOf(one.Behind), one.Ahead is null ? null : anyOf(one.Ahead)))];

    public Rule Rule { get; } = rule;

    public IReadOnlyList<string> NotIn { get; } = entry.NotIn;

    public bool IsSilencedBy(SentenceWords words) => unless.Any(phrase => Saying.IsIn(phrase, words));

    /// <param name="end">Behind the last word of what was found.</param>
    public bool IsExplainedAfter(SentenceWords words, int end) => unlessThen.Any(phrase => Saying.IsIn(phrase, words, end));

    /// <returns>In UTF-16 units of the sentence.</returns>
    public Rewording? RewordingOf(SentenceWords words, string sentence, int from, int to) =>
        rewordings.Select(one => one.In(words, sentence, from, to)).FirstOrDefault(one => one is not null);
}
