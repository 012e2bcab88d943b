using System.Text.RegularExpressions;
using Postmortems.Language.Reading;

namespace Postmortems.Language.Promises;

/// <summary>Asks about an action item that stands in a document what its form asks.</summary>
internal static partial class ActionItemReading
{
    /// <summary>Nobody asks further into an item.</summary>
    private const int Longest = 1000;

    /// <returns>The most telling question, or null.</returns>
    public static Finding? Ask(Passage passage, string markdown, CheckSettings settings)
    {
        if (passage.Promise is not { } promise || !TitleRule.All.Any(rule => settings.IsOn(rule.Rule)))
        {
            return null;
        }

        var item = passage.Text[..Math.Min(passage.Text.Length, Longest)];
        var begins = Before().Match(item).Length;
        var hasEnd = End().IsMatch(promise[..Math.Min(promise.Length, Longest)]);

        foreach (var rule in TitleRule.All.Where(rule => settings.IsOn(rule.Rule) && !(rule.IsAboutTheEnd && hasEnd)))
        {
            if (rule.Words(item[begins..]) is { Success: true } found)
            {
                var at = passage.Start + begins + found.Index;
                return new Finding(rule.Rule, at, found.Length, markdown.Substring(at, found.Length));
            }
        }

        return null;
    }

    /// <summary>Who or what it is for, and "we should": the promise itself begins behind.</summary>
    [GeneratedRegex(
        @"^\W*(P\d\b\W*)?([^:\n.]{1,30}(:| [-–—] )\W*)?((we|i|please|also|let[’']?s|to|should|could|must|need|needs|will|would|like|want|plan|aim|have|going)\s+){0,5}",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex Before();

    /// <summary>A date, an amount, a purpose, or that it is done: somebody else can see where it ends.</summary>
    [GeneratedRegex(
        @"\d{4}-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2}|\bQ[1-4]\b|\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? \d|\b\d{1,2}(st|nd|rd|th)?( of)? (jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)"
        + @"|\b(by|until|before|due|end of|this|next) (the )?(end|mon|tues|wednes|thurs|fri|satur|sun|tomorrow|next|week|month|quarter|sprint|january|february|march|april|june|july|august|september|october|november|december)"
        + @"|\d\s?%|\d\s?(percent|ms|s|sec|seconds?|min|minutes?|h|hours?|days?|weeks?|months?|x|times|[kmgt]i?b|rps|qps)\b|[<>≤≥]\s?\d|\b(so that|and decide|to decide|until|done when)\b"
        + @"|[✅☑✔]|white_check_mark|\b(done|completed|closed|merged|deployed|shipped|finished|resolved)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture | RegexOptions.NonBacktracking)]
    private static partial Regex End();
}
