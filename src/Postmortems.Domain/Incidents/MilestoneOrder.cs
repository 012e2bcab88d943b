namespace Postmortems.Domain.Incidents;

/// <summary>Times of one incident must fall in order, as far as they are known exactly enough to tell.</summary>
internal static class MilestoneOrder
{
    public static void Check(IncidentTimes times)
    {
        InOrder(times.Impact, "impact began", times.Mitigated, "it was mitigated");
        InOrder(times.Impact, "impact began", times.Resolved, "it was resolved");
        InOrder(times.Detected, "it was detected", times.Acknowledged, "it was acknowledged");
        InOrder(times.Detected, "it was detected", times.Mitigated, "it was mitigated");
        InOrder(times.Detected, "it was detected", times.Resolved, "it was resolved");
        InOrder(times.Mitigated, "it was mitigated", times.Resolved, "it was resolved");
    }

    private static void InOrder(TimePoint? first, string firstWords, TimePoint? second, string secondWords)
    {
        if (first is not null && second is not null && second.At + Doubt(second.Precision) < first.At - Doubt(first.Precision))
        {
            throw new RuleBrokenException(
                "incident/times-out-of-order",
                $"You say that {secondWords} before {firstWords}. Please check both times and their dates.");
        }
    }

    private static TimeSpan Doubt(Precision precision) => precision switch
    {
        Precision.Day => TimeSpan.FromDays(1),
        Precision.Hour => TimeSpan.FromMinutes(30),
        Precision.About => TimeSpan.FromMinutes(5),
        _ => TimeSpan.FromMinutes(1),
    };
}
