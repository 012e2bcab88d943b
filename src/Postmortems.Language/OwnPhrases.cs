using Postmortems.Language.Grammar;
using Postmortems.Language.Reading;

namespace Postmortems.Language;

/// <summary>The phrases of a team, compared word by word.</summary>
internal sealed class OwnPhrases(IEnumerable<OwnPhrase> phrases)
{
    private readonly List<(Rule Rule, List<string> Words)> rules = [.. phrases.Select(phrase => (ToRule(phrase), Words.Of(phrase.Phrase).ConvertAll(word => word.Text))).Where(own => own.Item2.Count > 0)];

    public bool Any => rules.Count > 0;

    /// <returns>Indexes of the first word and behind the last.</returns>
    public IEnumerable<(Rule Rule, int From, int To)> In(SentenceWords words) =>
        from own in rules
        from at in Enumerable.Range(0, words.Count)
        where own.Words.Index().All(word => words.Text(at + word.Index) == word.Item)
        select (own.Rule, at, at + own.Words.Count);

    private static Rule ToRule(OwnPhrase phrase) => new()
    {
        Id = $"own/{string.Join('-', Words.Of(phrase.Phrase).Select(word => word.Text))}",
        Severity = phrase.Severity,
        Sureness = 1,
        Why = phrase.Why ?? "Your team wants to be asked about this phrase.",
        Question = phrase.Question ?? "What would say how it happened?",
    };
}
