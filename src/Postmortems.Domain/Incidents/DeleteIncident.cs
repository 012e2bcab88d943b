using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Incidents;

/// <summary>Takes an incident out of sight. It can be restored.</summary>
public sealed class DeleteIncident(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>Its title, or null when there is no such incident.</returns>
    public async Task<string?> RunAsync(Actor actor, int number, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var incident = await db.Incidents.SingleOrDefaultAsync(i => i.Number == number, cancel);

        if (incident is { Deletion: null })
        {
            await MustNotBeWrittenAboutAsync(db, incident.Id, cancel);
            incident.Delete(actor.UserId, clock.GetUtcNow());
            db.AuditLog.Add(new AuditEntry(actor.UserId, "incident/deleted", incident.Id, incident.Title, clock.GetUtcNow()));
            await db.SaveChangesAsync(cancel);
        }

        return incident?.Title;
    }

    /// <summary>A postmortem whose only incident vanished would be about nothing.</summary>
    private static async Task MustNotBeWrittenAboutAsync(PostmortemsDb db, Guid incidentId, CancellationToken cancel)
    {
        var postmortem = await db.Set<PostmortemIncident>()
            .Where(about => about.IncidentId == incidentId)
            .Join(db.Postmortems.Where(p => p.Deletion == null), about => about.PostmortemId, p => p.Id, (_, p) => (int?)p.Number)
            .FirstOrDefaultAsync(cancel);

        if (postmortem is { } written)
        {
            throw new RuleBrokenException("incident/written-about", $"PM-{written} is about this incident. Delete that postmortem first, or let it be about another incident.");
        }
    }
}
