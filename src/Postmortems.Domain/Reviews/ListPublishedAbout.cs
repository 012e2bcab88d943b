using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Reviews;

/// <summary>The published postmortems about an incident: whoever changes it amends them, and is told before.</summary>
public sealed class ListPublishedAbout(IDbContextFactory<PostmortemsDb> databases)
{
    /// <returns>Their numbers.</returns>
    public async Task<List<int>> RunAsync(Actor actor, int incident, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);

        return await db.Postmortems
            .Where(p => p.Publication != null && p.Deletion == null && p.Incidents.Any(about => db.Incidents.Any(i => i.Id == about.IncidentId && i.Number == incident)))
            .Select(p => p.Number)
            .Order()
            .ToListAsync(cancel);
    }
}
