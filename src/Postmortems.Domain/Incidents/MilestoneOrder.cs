namespace Postmortems.Domain.Incidents;

/// <summary>Times of one incident must fall in order, as far as they are known exactly enough to tell.</summary>
public static class MilestoneOrder
{
    private static readonly (Milestone First, Milestone Second)[] Pairs =
    [
        (Milestone.Impact, Milestone.Mitigated),
        (Milestone.Impact, Milestone.Resolved),
        (Milestone.Detected, Milestone.Acknowledged),
        (Milestone.Detected, Milestone.Mitigated),
        (Milestone.Detected, Milestone.Resolved),
        (Milestone.Mitigated, Milestone.Resolved),
    ];

    /// <returns>Each milestone that comes too early, once, with a sentence for the reader.</returns>
    public static IEnumerable<(Milestone Milestone, string Sentence)> FaultsIn(IncidentTimes times)
    {
        var at = times.Known.ToDictionary(known => known.Milestone, known => known.At);

        return from pair in Pairs
               where at.ContainsKey(pair.First) && at.ContainsKey(pair.Second) && IsBefore(at[pair.Second], at[pair.First])
               group pair.First by pair.Second into early
               select (early.Key, $"You say that {Words(early.Key)} before {Words(early.First())}. Please check both times and their dates.");
    }

    internal static void Check(IncidentTimes times)
    {
        if (FaultsIn(times).Select(fault => fault.Sentence).FirstOrDefault() is { } sentence)
        {
            throw new RuleBrokenException("incident/times-out-of-order", sentence);
        }
    }

    private static bool IsBefore(TimePoint one, TimePoint other) => one.At + Doubt(one.Precision) < other.At - Doubt(other.Precision);

    private static string Words(Milestone milestone) => milestone switch
    {
        Milestone.Impact => "impact began",
        Milestone.Detected => "it was detected",
        Milestone.Acknowledged => "it was acknowledged",
        Milestone.Mitigated => "it was mitigated",
        _ => "it was resolved",
    };

    private static TimeSpan Doubt(Precision precision) => precision switch
    {
        Precision.Day => TimeSpan.FromDays(1),
        Precision.Hour => TimeSpan.FromMinutes(30),
        Precision.About => TimeSpan.FromMinutes(5),
        _ => TimeSpan.FromMinutes(1),
    };
}
