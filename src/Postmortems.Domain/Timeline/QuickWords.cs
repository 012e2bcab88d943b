using System.Text.RegularExpressions;
using Postmortems.Domain.Incidents;

namespace Postmortems.Domain.Timeline;

/// <summary>The words after the time: what kind of entry, its text, a link at the end as evidence.</summary>
internal static partial class QuickWords
{
    public static EntryFacts Read(string words, TimePoint when, string zone)
    {
        var (kind, told) = KindOf(words.Trim());
        var link = Link().Match(told);
        var evidence = link.Success && link.Index > 0 ? link.Value.Trim().TrimEnd(')') : "";
        var text = evidence.Length > 0 ? told[..link.Index].TrimEnd(' ', ',', '-', '(') : told;

        if (kind is not EntryKind.Fix)
        {
            return new EntryFacts(when, zone, kind, text, Basis.Observed, evidence, Fix: null);
        }

        var (fixText, fix) = QuickFix.Read(text);
        return new EntryFacts(when, zone, kind, fixText, Basis.Observed, evidence, fix);
    }

    private static (EntryKind Kind, string Text) KindOf(string words)
    {
        if (words.StartsWith('?'))
        {
            return (EntryKind.Hypothesis, words.TrimStart('?', ' '));
        }

        var match = Prefix().Match(words);
        var kind = match.Groups["kind"].Value.ToUpperInvariant() switch
        {
            "FIX" => EntryKind.Fix,
            "CHANGE" or "DEPLOY" => EntryKind.Change,
            "ALERT" or "SIGNAL" or "PAGE" => EntryKind.Signal,
            "HYPOTHESIS" => EntryKind.Hypothesis,
            "DECISION" or "DECIDED" => EntryKind.Decision,
            "MESSAGE" or "MSG" => EntryKind.Message,
            _ => EntryKind.Event,
        };

        return match.Success ? (kind, words[match.Length..]) : (EntryKind.Event, words);
    }

    [GeneratedRegex(@"^(?<kind>fix|change|deploy|alert|signal|page|hypothesis|decision|decided|message|msg)\s*:\s*(?=\S)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Prefix();

    [GeneratedRegex(@"https?://[^\s)]+\)?\s*$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Link();
}
