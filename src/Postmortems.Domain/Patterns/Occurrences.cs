using Microsoft.EntityFrameworkCore;
using Postmortems.PatternEngine.Recurrence;

namespace Postmortems.Domain.Patterns;

/// <summary>Reads when patterns were seen. What one postmortem says twice happened once.</summary>
internal static class Occurrences
{
    public static async Task<ILookup<Guid, DateTimeOffset>> OfAsync(PostmortemsDb db, IReadOnlyCollection<Guid> patterns, CancellationToken cancel)
    {
        var seen =
            from member in db.PatternMembers
            where patterns.Contains(member.PatternId)
            join cause in db.Causes on member.CauseId equals cause.Id
            select new { member.PatternId, cause.PostmortemId, member.SeenAt };

        return (await seen.Distinct().ToListAsync(cancel)).ToLookup(occurrence => occurrence.PatternId, occurrence => occurrence.SeenAt);
    }

    /// <summary>Since when anybody tells incidents here. A pattern was watched since then, not since it was first seen.</summary>
    /// <returns>Null while there is no incident.</returns>
    public static Task<DateTimeOffset?> BeginAsync(PostmortemsDb db, CancellationToken cancel) =>
        db.Incidents.Where(incident => incident.Deletion == null).MinAsync(incident => (DateTimeOffset?)incident.ListedAt, cancel);

    /// <returns>Null where there was no time before it shipped, or none since.</returns>
    public static Watch? Watched(IEnumerable<DateTimeOffset> seen, DateTimeOffset? begin, Automation? automation, DateTimeOffset now) =>
        automation?.ShippedAt is { } shipped && begin < shipped && shipped < now ? Watch.Of([.. seen], begin.Value, shipped, now) : null;
}

/// <summary>How a pattern went over time, by when its postmortems' incidents happened.</summary>
/// <param name="Seen">Once for each postmortem, oldest first.</param>
/// <param name="Begin">Since when incidents are told here.</param>
/// <param name="Watch">Whether it stopped; null unless something shipped that should stop it.</param>
public sealed record PatternHistory(IReadOnlyList<DateTimeOffset> Seen, DateTimeOffset Begin, DateTimeOffset Now, Watch? Watch)
{
    public TimeSpan Watched => Now - Begin;

    /// <summary>Between which rates a year the true one lies, in 95 of 100 cases, if it has not changed. Below a year of watching nothing is said of a year.</summary>
    public Interval? PerYear
    {
        get
        {
            var years = Watched.TotalDays / 365.25;
            var count = PoissonCount.Around(Seen.Count);
            return years < 1 ? null : new(count.Low / years, count.High / years);
        }
    }
}
