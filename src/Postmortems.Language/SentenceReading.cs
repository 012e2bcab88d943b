using Postmortems.Language.Grammar;
using Postmortems.Language.Languages;
using Postmortems.Language.Reading;

namespace Postmortems.Language;

/// <summary>Reads one sentence after the other with the rules that are on.</summary>
internal sealed class SentenceReading(string markdown, SpokenLanguage language, CheckSettings settings)
{
    private readonly HashSet<string> names = settings.Names.Select(name => name.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
    private readonly KnownWords grammar = new(language.Grammar);
    private readonly OwnPhrases own = new(settings.OwnPhrases.Where(phrase => settings.Coach || phrase.Severity > Severity.Low));

    /// <param name="start">Of the sentence in the document, in UTF-16 units.</param>
    /// <param name="section">The kind of section it stands in, or null.</param>
    public void Read(int start, string sentence, string? section, List<Finding> findings)
    {
        var words = new SentenceWords(Words.Of(sentence), grammar, names, settings.Effort);

        if (own.Any)
        {
            findings.AddRange(own.In(words).Select(found => Found(found.Rule, words, start, found.From, found.To)));
        }

        var sayings = language.SayingsFor(words);

        if (sayings.Count == 0)
        {
            return;
        }

        foreach (var asking in sayings.Where(saying => IsOn(saying.Rule, section)).GroupBy(saying => saying.Rule))
        {
            if (FirstPlace(asking.Key, asking, words) is { } place)
            {
                var rewording = asking.Key.RewordingOf(words, sentence, place.From, place.To);
                findings.Add(Found(asking.Key.Rule, words, start, place.From, place.To) with { Rewording = AsWritten(start, sentence, rewording) });
            }
        }
    }

    private bool IsOn(RuleReading reading, string? section) =>
        settings.IsOn(reading.Rule) && (section is null || !reading.NotIn.Contains(section));

    private Finding Found(Rule rule, SentenceWords words, int start, int from, int to)
    {
        var at = start + words[from].Start;
        var length = start + words[to - 1].End - at;
        return new Finding(rule, at, length, markdown.Substring(at, length));
    }

    /// <summary>A rule asks once in a sentence: the same question twice is answered once.</summary>
    private static (int From, int To)? FirstPlace(RuleReading rule, IEnumerable<Saying> sayings, SentenceWords words)
    {
        var places = sayings.SelectMany(saying => saying.In(words)).OrderBy(place => place.From).ToList();

        return places.Count == 0 || rule.IsSilencedBy(words) ? null : places.Select(place => ((int, int)?)place).FirstOrDefault(place => !rule.IsExplainedAfter(words, place!.Value.Item2));
    }

    /// <returns>Null where the words stand between marks of emphasis or code, which an edit would leave behind.</returns>
    private Rewording? AsWritten(int start, string sentence, Rewording? rewording)
    {
        if (rewording is null)
        {
            return null;
        }

        var from = Math.Max(0, rewording.Start - 1);
        var to = Math.Min(sentence.Length, rewording.Start + rewording.Was.Length + 1);
        return markdown.AsSpan(start + from, to - from).SequenceEqual(sentence.AsSpan(from, to - from)) ? rewording with { Start = start + rewording.Start } : null;
    }
}
