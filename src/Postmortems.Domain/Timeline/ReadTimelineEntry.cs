using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Timeline;

/// <summary>One entry, to change it.</summary>
public sealed class ReadTimelineEntry(IDbContextFactory<PostmortemsDb> databases)
{
    /// <returns>Null when the incident has no such entry.</returns>
    public async Task<EntryRow?> RunAsync(Actor actor, int incident, Guid id, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);

        return await db.TimelineEntries
            .AsNoTracking()
            .Where(entry => entry.Id == id && db.Incidents.Any(i => i.Id == entry.IncidentId && i.Number == incident && i.Deletion == null))
            .Select(EntryRow.Of)
            .SingleOrDefaultAsync(cancel);
    }
}
