namespace Postmortems.Language;

/// <summary>Reads a document for phrases that hide how something happened. It asks; it never marks and never blocks.</summary>
public static class LanguageCheck
{
    /// <summary>A longer sentence is read up to here; nobody reads further either.</summary>
    private const int LongestSentence = 1000;

    /// <param name="markdown">Any text; what is code, quoted or linked is passed over.</param>
    /// <param name="coach">Also the rules of low severity.</param>
    /// <returns>Findings in the order of the text, one for a place. Linear in the length of the text.</returns>
    public static IReadOnlyList<Finding> Of(string markdown, bool coach = false) =>
        Of(markdown, CheckSettings.Default with { Coach = coach });

    /// <inheritdoc cref="Of(string, bool)"/>
    public static IReadOnlyList<Finding> Of(string markdown, CheckSettings settings)
    {
        var rules = Rules.Shipped.Where(rule => settings.Coach || rule.Severity > Severity.Low).Where(rule => !settings.RulesOff.Contains(rule.Id) && !settings.RulesOff.Contains(rule.Category)).ToList();
        var findings = new List<Finding>();

        foreach (var (start, sentence) in Prose.In(markdown).SelectMany(range => Sentences.In(markdown, range)))
        {
            var read = sentence.Length <= LongestSentence ? sentence : sentence[..LongestSentence];
            findings.AddRange(rules.SelectMany(rule => rule.In(read).Select(match => new Finding(rule, start + match.Index, match.Length, match.Value))));
        }

        return OneForAPlace(findings);
    }

    /// <summary>Where two rules meet, the more serious one asks.</summary>
    private static List<Finding> OneForAPlace(List<Finding> findings)
    {
        var kept = new List<Finding>();

        foreach (var finding in findings.OrderBy(finding => finding.Start).ThenByDescending(finding => finding.Rule.Severity).ThenByDescending(finding => finding.Length))
        {
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
