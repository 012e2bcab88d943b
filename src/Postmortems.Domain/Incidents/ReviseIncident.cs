using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Incidents;

/// <summary>Somebody tells an incident's facts differently.</summary>
public sealed class ReviseIncident(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="version">The version that the writer began from.</param>
    public async Task<Saved> RunAsync(Actor actor, int number, IncidentFacts facts, uint version, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var incident = await db.Incidents
            .Include(i => i.Services)
            .Include(i => i.ImpactWindows)
            .AsSplitQuery()
            .SingleOrDefaultAsync(i => i.Number == number && i.Deletion == null, cancel);

        if (incident is null)
        {
            return Saved.NotThere;
        }

        facts.Tell(incident);
        db.AuditLog.Add(new AuditEntry(actor.UserId, "incident/revised", incident.Id, incident.Title, clock.GetUtcNow()));
        return await db.SaveUnlessChangedAsync(incident, version, cancel);
    }
}
