using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Writing;
using Postmortems.PatternEngine.Recurrence;

namespace Postmortems.Domain.Patterns;

/// <summary>Reads when patterns were seen. What one postmortem says twice, or one incident needed twice, happened once.</summary>
internal static class Occurrences
{
    public static async Task<ILookup<Guid, DateTimeOffset>> OfAsync(PostmortemsDb db, IReadOnlyCollection<Guid> patterns, CancellationToken cancel)
    {
        var seen = db.PatternOccurrences().Where(occurrence => patterns.Contains(occurrence.PatternId)).Distinct();
        return (await seen.ToListAsync(cancel)).ToLookup(occurrence => occurrence.PatternId, occurrence => occurrence.SeenAt);
    }

    /// <summary>Each member of each pattern, by where it was told; a postmortem or an incident that tells it twice is here twice.</summary>
    public static IQueryable<Occurrence> PatternOccurrences(this PostmortemsDb db)
    {
        var causes =
            from member in db.PatternMembers
            join cause in db.Causes on member.StatementId equals cause.Id
            select new Occurrence { PatternId = member.PatternId, ToldIn = cause.PostmortemId, SeenAt = member.SeenAt };
        var fixes =
            from member in db.PatternMembers
            join entry in db.TimelineEntries on member.StatementId equals entry.Id
            select new Occurrence { PatternId = member.PatternId, ToldIn = entry.IncidentId, SeenAt = member.SeenAt };

        return causes.Concat(fixes);
    }

    /// <summary>Each incident of each pattern once, however many members it tells.</summary>
    public static IQueryable<PatternIncident> PatternIncidents(this PostmortemsDb db, IReadOnlyCollection<Guid> patterns)
    {
        var causes =
            from member in db.PatternMembers
            where patterns.Contains(member.PatternId)
            join cause in db.Causes on member.StatementId equals cause.Id
            join about in db.Set<PostmortemIncident>() on cause.PostmortemId equals about.PostmortemId
            select new PatternIncident { PatternId = member.PatternId, IncidentId = about.IncidentId };
        var steps =
            from member in db.PatternMembers
            where patterns.Contains(member.PatternId)
            join entry in db.TimelineEntries on member.StatementId equals entry.Id
            select new PatternIncident { PatternId = member.PatternId, IncidentId = entry.IncidentId };

        return causes.Union(steps);
    }

    /// <returns>When the oldest incident that is told here happened; null while there is none.</returns>
    public static Task<DateTimeOffset?> OldestIncidentAsync(PostmortemsDb db, CancellationToken cancel) =>
        db.Incidents.Where(incident => incident.Deletion == null).MinAsync(incident => (DateTimeOffset?)incident.ListedAt, cancel);
}

/// <summary>That a pattern was told in a postmortem, or in an incident where it is of fixes.</summary>
internal sealed record Occurrence
{
    public Guid PatternId { get; init; }

    public Guid ToldIn { get; init; }

    public DateTimeOffset SeenAt { get; init; }
}

/// <summary>That a pattern was found in an incident.</summary>
internal sealed record PatternIncident
{
    public Guid PatternId { get; init; }

    public Guid IncidentId { get; init; }
}

/// <summary>How a pattern went over time, by when its postmortems' incidents happened.</summary>
/// <param name="Seen">Once for each postmortem, oldest first.</param>
/// <param name="Begin">Since when incidents are told here: a pattern was watched since then, not since it was first seen.</param>
/// <param name="Watch">Whether it stopped; null where nothing shipped, or there was no time before it did or since.</param>
public sealed record PatternHistory(IReadOnlyList<DateTimeOffset> Seen, DateTimeOffset Begin, DateTimeOffset Now, Watch? Watch)
{
    /// <param name="oldestIncident">Null where postmortems are about none; then it begins with what was first seen.</param>
    internal static PatternHistory Of(IEnumerable<DateTimeOffset> occurrences, DateTimeOffset? oldestIncident, Automation? automation, DateTimeOffset now, ReportedRuns? runs = null)
    {
        DateTimeOffset[] seen = [.. occurrences.Order()];
        var begin = seen.Append(oldestIncident ?? now).Min();
        var watch = automation?.ShippedAt is { } shipped && begin < shipped && shipped < now ? Watch.Of(seen, begin, shipped, now, runs) : null;
        return new PatternHistory(seen, begin, now, watch);
    }

    public TimeSpan Watched => Now - Begin;

    /// <summary>Between which rates the true one lies, in 95 of 100 cases, if it has not changed. It speaks of no longer time than was watched.</summary>
    public RateRange Rate
    {
        get
        {
            var unit = Watched.TotalDays switch
            {
                >= RateRange.Year => RateRange.Year,
                >= RateRange.Month => RateRange.Month,
                _ => Math.Max(1, Watched.TotalDays),
            };
            var count = PoissonCount.Around(Seen.Count);
            var times = unit / Math.Max(1, Watched.TotalDays);
            return new(count.Low * times, count.High * times, unit);
        }
    }
}

/// <param name="Days">In how long a time it comes so often: a year or a month, or all that was watched where that is shorter.</param>
public sealed record RateRange(double Low, double High, double Days)
{
    public const double Year = 365.25;
    public const double Month = 30;
}
