using System.Text.RegularExpressions;
using Postmortems.Domain.Incidents;

namespace Postmortems.Domain.ImportExport;

/// <summary>Severity as documents write it: SEV-2, P1, S3, High, near miss.</summary>
public static partial class SeverityReading
{
    public static Severity Of(string? written)
    {
        var words = (written ?? "").Trim().ToLowerInvariant();

        if (words.Contains("near", StringComparison.Ordinal) && words.Contains("miss", StringComparison.Ordinal))
        {
            return Severity.NearMiss;
        }

        if (Level().Match(words) is { Success: true } level)
        {
            return level.Groups["n"].Value switch { "0" or "1" => Severity.Sev1, "2" => Severity.Sev2, "3" => Severity.Sev3, _ => Severity.Sev4 };
        }

        return words.Split([' ', ',', '(', '/', '-'], 2)[0].Trim('*', '_', '`', ':') switch
        {
            "critical" or "blocker" => Severity.Sev1,
            "high" or "major" => Severity.Sev2,
            "medium" or "moderate" => Severity.Sev3,
            "low" or "minor" => Severity.Sev4,
            _ => Severity.Unknown,
        };
    }

    [GeneratedRegex(@"(?:^|\b(?:sev|severity|p|s|prio|priority|level)[\s_:#-]*)(?<n>[0-5])(?!\d)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Level();
}
