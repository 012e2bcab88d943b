namespace Postmortems.Language;

/// <summary>What is shown at once: more questions than this nobody answers.</summary>
public static class Cards
{
    public const int Most = 7;

    /// <returns>The most serious findings, in the order of severity and then of the text.</returns>
    public static IReadOnlyList<Finding> Of(IEnumerable<Finding> findings) =>
        [.. findings.OrderByDescending(finding => finding.Rule.Severity).ThenBy(finding => finding.Start).Take(Most)];
}
