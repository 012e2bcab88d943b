using Postmortems.Language.Grammar;
using Postmortems.Language.Languages;
using Postmortems.Language.Reading;

namespace Postmortems.Language;

/// <summary>Reads a document for phrases that hide how something happened. It asks; it never marks and never blocks.</summary>
public static class LanguageCheck
{
    /// <param name="markdown">Any text; what is code, quoted or linked is passed over.</param>
    /// <param name="coach">Also the rules of low severity.</param>
    /// <returns>Findings in the order of the text, one for a place. Linear in the length of the text.</returns>
    public static IReadOnlyList<Finding> Of(string markdown, bool coach = false) =>
        Of(markdown, CheckSettings.Default with { Coach = coach });

    /// <inheritdoc cref="Of(string, bool)"/>
    public static IReadOnlyList<Finding> Of(string markdown, CheckSettings settings)
    {
        var language = Tongue.Of(markdown, settings.Language);
        var names = settings.Names.Select(name => name.ToLowerInvariant()).ToHashSet(StringComparer.Ordinal);
        var own = new OwnPhrases(settings.OwnPhrases.Where(phrase => settings.Coach || phrase.Severity > Severity.Low));
        var findings = new List<Finding>();

        foreach (var passage in Prose.In(markdown, new Sections(language.Headings)))
        {
            foreach (var (start, sentence) in Sentences.In(passage))
            {
                var words = new SentenceWords(Words.Of(sentence), language.Grammar, names);
                findings.AddRange(own.In(words).Select(found => Found(found.Rule, found.From, found.To)));
                var sayings = language.SayingsFor(words);

                if (sayings.Count == 0)
                {
                    continue;
                }

                foreach (var asking in sayings.Where(saying => IsOn(saying.Rule, settings, passage.Section)).GroupBy(saying => saying.Rule))
                {
                    if (FirstPlace(asking.Key, asking, words) is { } place)
                    {
                        var found = Found(asking.Key.Rule, place.From, place.To);
                        findings.Add(found with { Rewording = AsWritten(markdown, start, sentence, asking.Key.RewordingOf(words, sentence, place.From, place.To)) });
                    }
                }

                Finding Found(Rule rule, int from, int to)
                {
                    var at = start + words[from].Start;
                    var length = start + words[to - 1].End - at;
                    return new Finding(rule, at, length, markdown.Substring(at, length));
                }
            }
        }

        return OneForAPlace(findings);
    }

    /// <returns>Null where the words stand between marks of emphasis or code, which an edit would leave behind.</returns>
    private static Rewording? AsWritten(string markdown, int start, string sentence, Rewording? rewording)
    {
        if (rewording is null)
        {
            return null;
        }

        var from = Math.Max(0, rewording.Start - 1);
        var to = Math.Min(sentence.Length, rewording.Start + rewording.Was.Length + 1);
        return markdown.AsSpan(start + from, to - from).SequenceEqual(sentence.AsSpan(from, to - from)) ? rewording with { Start = start + rewording.Start } : null;
    }

    /// <summary>A rule asks once in a sentence: the same question twice is answered once.</summary>
    private static (int From, int To)? FirstPlace(RuleReading rule, IEnumerable<Saying> sayings, SentenceWords words)
    {
        var places = sayings.SelectMany(saying => saying.In(words)).OrderBy(place => place.From).ToList();

        return places.Count == 0 || rule.IsSilencedBy(words) ? null : places.Select(place => ((int, int)?)place).FirstOrDefault(place => !rule.IsExplainedAfter(words, place!.Value.Item2));
    }

    private static bool IsOn(RuleReading reading, CheckSettings settings, string? section) =>
        (settings.Coach || reading.Rule.Severity > Severity.Low)
        && !settings.RulesOff.Contains(reading.Rule.Id)
        && !settings.RulesOff.Contains(reading.Rule.Category)
        && (section is null || !reading.NotIn.Contains(section));

    /// <summary>Where two rules meet, the more serious one asks.</summary>
    private static List<Finding> OneForAPlace(List<Finding> findings)
    {
        var kept = new List<Finding>();
        var asked = new HashSet<string>(StringComparer.Ordinal);

        foreach (var finding in findings.OrderBy(finding => finding.Start).ThenByDescending(finding => finding.Rule.Severity).ThenByDescending(finding => finding.Length))
        {
            if (finding.Rule.Once && !asked.Add(finding.Rule.Id))
            {
                continue;
            }

            if (kept.Count == 0 || finding.Start >= kept[^1].Start + kept[^1].Length)
            {
                kept.Add(finding);
            }
            else if (finding.Rule.Severity > kept[^1].Rule.Severity)
            {
                kept[^1] = finding;
            }
        }

        return kept;
    }
}
