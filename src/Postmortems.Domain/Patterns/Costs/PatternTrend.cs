using Postmortems.PatternEngine.Recurrence;

namespace Postmortems.Domain.Patterns.Costs;

/// <summary>Whether a pattern comes more or less often, told beside all the others that were looked at: among many, some look steep by chance.</summary>
/// <param name="Trend">Null below five: too few to tell.</param>
/// <param name="FalseShare">The share of false ones among the patterns that would be called a trend at this one's chance.</param>
/// <param name="LookedAt">How many patterns were tested.</param>
public sealed record PatternTrend(Trend? Trend, double FalseShare, int LookedAt)
{
    /// <summary>At most one in ten of those that are called a trend may be none.</summary>
    public bool IsCalled => Trend is not null && FalseShare <= 0.10;

    internal static async Task<IReadOnlyDictionary<Guid, PatternTrend>> OfAllAsync(PostmortemsDb db, IReadOnlyCollection<Guid> patterns, DateTimeOffset now, CancellationToken cancel)
    {
        var seen = await Occurrences.OfAsync(db, patterns, cancel);
        var oldest = await Occurrences.OldestIncidentAsync(db, cancel);
        return Of(seen.ToDictionary(pattern => pattern.Key, pattern => pattern.ToList()), oldest, now);
    }

    internal static IReadOnlyDictionary<Guid, PatternTrend> Of(IReadOnlyDictionary<Guid, List<DateTimeOffset>> seen, DateTimeOffset? oldest, DateTimeOffset now)
    {
        var trends = seen.ToDictionary(pattern => pattern.Key, pattern => Trend.Of(pattern.Value, oldest is { } since && since < pattern.Value.Min() ? since : pattern.Value.Min(), now));
        Guid[] tested = [.. trends.Where(pattern => pattern.Value is not null).Select(pattern => pattern.Key)];
        var shares = FalseDiscovery.Adjusted([.. tested.Select(id => trends[id]!.Chance)]);
        var byId = tested.Zip(shares).ToDictionary(pair => pair.First, pair => pair.Second);

        return trends.ToDictionary(pattern => pattern.Key, pattern => new PatternTrend(pattern.Value, byId.GetValueOrDefault(pattern.Key, 1), tested.Length));
    }
}
