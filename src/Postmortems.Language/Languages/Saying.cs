using Postmortems.Language.Grammar;

namespace Postmortems.Language.Languages;

/// <summary>One phrase of a rule with the subject it asks for.</summary>
internal sealed class Saying(RuleReading rule, Phrase phrase, Who who, bool ofClause, IReadOnlyList<Phrase> needs)
{
    public RuleReading Rule { get; } = rule;

    public IReadOnlyCollection<string> Anchors => phrase.Anchors;

    /// <returns>Indexes of the first word and behind the last.</returns>
    public IEnumerable<(int From, int To)> In(SentenceWords words)
    {
        for (var at = 0; at < words.Count; at++)
        {
            if (phrase.EndOf(words, at) is var end && end > at && From(words, at) is { } from && (needs.Count == 0 || needs.Any(need => IsIn(need, words))))
            {
                yield return (from, end);
                at = end - 1;
            }
        }
    }

    public static bool IsIn(Phrase phrase, SentenceWords words, int from = 0)
    {
        for (var at = from; at < words.Count; at++)
        {
            if (phrase.EndOf(words, at) >= 0)
            {
                return true;
            }
        }

        return false;
    }

    private int? From(SentenceWords words, int at)
    {
        if (who == Who.Anything)
        {
            return at;
        }

        var subject = ofClause ? SubjectTest.OfClause(words, at) ?? new Subject(Who.Nobody, at) : words.SubjectOf(at);

        if (!who.HasFlag(subject.Who))
        {
            return null;
        }

        // A subject far away stays outside of the underline.
        var isNear = !ofClause && Enumerable.Range(subject.From, at - subject.From).All(words.IsWord);
        return isNear ? subject.From : at;
    }
}
