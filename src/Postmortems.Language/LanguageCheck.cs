using Postmortems.Language.Languages;
using Postmortems.Language.Promises;
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
        var reading = new SentenceReading(markdown, language, settings);
        var findings = new List<Finding>();

        foreach (var passage in Prose.In(markdown, new Sections(language.Headings), new PromisedPlaces(language.Promises)))
        {
            if (ActionItemReading.Ask(passage, markdown, settings) is { } asked)
            {
                findings.Add(asked);
            }

            foreach (var (start, sentence) in Sentences.In(passage))
            {
                reading.Read(start, sentence, passage.Section, findings);
            }
        }

        return OneForAPlace(findings);
    }

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
