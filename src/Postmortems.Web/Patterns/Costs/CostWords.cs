using System.Globalization;
using Postmortems.Domain.Patterns.Costs;

namespace Postmortems.Web.Patterns.Costs;

/// <summary>Costs and trends in sentences that say no more than the figures do.</summary>
internal static class CostWords
{
    public static string Minutes(double minutes) => minutes switch
    {
        < 120 => $"{Math.Round(minutes).ToString("0", CultureInfo.InvariantCulture)} min",
        < 60 * 48 => $"{(minutes / 60).ToString("0.#", CultureInfo.InvariantCulture)} h",
        _ => $"{(minutes / 60 / 24).ToString("0.#", CultureInfo.InvariantCulture)} days",
    };

    /// <summary>"0.49", never rounded to nothing.</summary>
    public static string Factor(double factor) => factor is > 0 and < 0.005 ? "less than 0.01" : factor.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>"1 together × 0.49 by count"</summary>
    public static string Confidence(Weighed weighed) => $"{Factor(weighed.Belonging)} together × {Factor(weighed.Returning)} by count";

    public static string Assumed(Weighed weighed) =>
        $"{(weighed.Assumed == 1 ? "one incident" : $"{weighed.Assumed} incidents")} without impact, taken as {Minutes(weighed.Typical)}{(weighed.Assumed == 1 ? "" : " each")}";

    public static string Share(double share) => $"{Math.Round(share * 100).ToString(CultureInfo.InvariantCulture)} %";

    public static IEnumerable<string> Cautions(PatternCost cost)
    {
        if (cost is { LargestShare: > 0.5, Incidents: > 1 })
        {
            yield return "More than half of the impact is one incident, so the sum says little about the next one.";
        }

        if (cost.WithoutImpact > 0)
        {
            yield return $"Of {(cost.WithoutImpact == 1 ? "one incident" : $"{cost.WithoutImpact} incidents")} nobody wrote down how long it hurt; {(cost.WithoutImpact == 1 ? "it is" : "they are")} not in the sum.";
        }

        if (cost.StepsWithoutMinutes > 0)
        {
            yield return $"{(cost.StepsWithoutMinutes == 1 ? "One fix step by hand has" : $"{cost.StepsWithoutMinutes} fix steps by hand have")} no minutes; the real sum is larger.";
        }

        yield return "Each incident counts whole, whatever else contributed to it.";
    }

    public static string Trend(PatternTrend? trend)
    {
        if (trend?.Trend is not { } found)
        {
            return "Too few to tell: a trend needs at least five.";
        }

        var steep = $"If nothing had changed, as steep a change would be seen {WatchWords.Chance(found.Chance)}";
        var among = trend.LookedAt == 1 ? "." : $"; {trend.LookedAt} patterns were looked at for a trend.";

        return trend.IsCalled
            ? $"It comes {(found.IsRising ? "more" : "less")} often than before. {steep}{among}"
            : $"Can't tell (n={found.Count}). {steep}{among}";
    }
}
