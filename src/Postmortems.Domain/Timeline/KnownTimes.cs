using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;

namespace Postmortems.Domain.Timeline;

/// <summary>What an incident already says about when it happened; a line without a date is read by it.</summary>
internal sealed record KnownTimes(Guid IncidentId, string Zone, IReadOnlyList<DateTimeOffset> Times, int LastOrder)
{
    public List<QuickLine> Read(string lines, DateTimeOffset now) =>
        QuickReader.Read(lines, Zone, Times, DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(now, Zones.Get(Zone)).DateTime));

    /// <returns>Null when there is no such incident.</returns>
    public static async Task<KnownTimes?> OfAsync(PostmortemsDb db, Actor actor, int number, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var incident = await db.Incidents.AsNoTracking().SingleOrDefaultAsync(i => i.Number == number && i.Deletion == null, cancel);

        if (incident is null)
        {
            return null;
        }

        var told = await db.TimelineEntries
            .Where(entry => entry.IncidentId == incident.Id)
            .OrderBy(entry => entry.Order)
            .Select(entry => new { entry.When, entry.Order, IsDeleted = entry.Deletion != null })
            .ToListAsync(cancel);
        var times = incident.Times.Known.Select(pair => pair.At.At).Concat(told.Where(entry => !entry.IsDeleted && entry.When is not null).Select(entry => entry.When!.At));

        return new KnownTimes(incident.Id, incident.Zone, [.. times], told.Select(entry => entry.Order).DefaultIfEmpty(-1).Max());
    }
}
