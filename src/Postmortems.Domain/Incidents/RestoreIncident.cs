using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Incidents;

/// <summary>Brings a deleted incident back.</summary>
public sealed class RestoreIncident(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>Its title, or null when there is no such incident.</returns>
    public async Task<string?> RunAsync(Actor actor, int number, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var incident = await db.Incidents.SingleOrDefaultAsync(i => i.Number == number, cancel);

        if (incident is { Deletion: not null })
        {
            incident.Restore();
            db.AuditLog.Add(new AuditEntry(actor.UserId, "incident/restored", incident.Id, incident.Title, clock.GetUtcNow()));
            await db.SaveChangesAsync(cancel);
        }

        return incident?.Title;
    }
}
