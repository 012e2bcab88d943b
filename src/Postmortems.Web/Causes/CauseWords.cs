using Postmortems.Domain;
using Postmortems.Domain.Causes;

namespace Postmortems.Web.Causes;

/// <summary>Parts, sureness and evidence of causes in words.</summary>
internal static class CauseWords
{
    private const int LongestEvidence = 70;

    public static string Role(CauseRole role) => role switch
    {
        CauseRole.Trigger => "Trigger",
        CauseRole.MadePossible => "Made possible",
        CauseRole.Amplified => "Amplified",
        CauseRole.Hid => "Hid",
        CauseRole.SlowedRecovery => "Slowed recovery",
        _ => "Limited impact",
    };

    public static string RoleMeans(CauseRole role) => role switch
    {
        CauseRole.Trigger => "what changed just before",
        CauseRole.MadePossible => "was already there",
        CauseRole.Amplified => "made it larger",
        CauseRole.Hid => "delayed detection",
        CauseRole.SlowedRecovery => "made it last longer",
        _ => "a defence that held",
    };

    public static string Icon(CauseRole role) => role switch
    {
        CauseRole.Trigger => "trigger",
        CauseRole.MadePossible => "possible",
        CauseRole.Amplified => "amplified",
        CauseRole.Hid => "hid",
        CauseRole.SlowedRecovery => "slowed",
        _ => "limited",
    };

    public static string Confidence(Confidence confidence) => confidence switch
    {
        Domain.Causes.Confidence.Established => "Established",
        Domain.Causes.Confidence.Likely => "Likely",
        _ => "Tentative",
    };

    /// <summary>Marks out of three.</summary>
    public static int Sureness(Confidence confidence) => (int)confidence + 1;

    public static string Evidence(IReadOnlyList<EvidenceRow> evidence)
    {
        var said = string.Join("; ", evidence.Take(2).Select(row => Shortened.To(row.Text.TrimEnd('.'), LongestEvidence)));
        return evidence.Count > 2 ? $"{said}; and {evidence.Count - 2} more" : said;
    }
}
