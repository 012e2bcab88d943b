using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Incidents;

/// <summary>Somebody writes down that something happened.</summary>
public sealed class RecordIncident(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="id">Made with the form, so that sending it twice records one incident.</param>
    /// <returns>The incident's number.</returns>
    public async Task<int> RunAsync(Actor actor, Guid id, IncidentFacts facts, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var recorded = await db.Incidents.Where(i => i.Id == id).Select(i => (int?)i.Number).SingleOrDefaultAsync(cancel);

        if (recorded is { } number)
        {
            return number;
        }

        var incident = new Incident(facts.Title, facts.Severity, facts.Zone, actor.UserId, clock.GetUtcNow(), id);
        facts.Tell(incident);
        db.Incidents.Add(incident);
        db.AuditLog.Add(new AuditEntry(actor.UserId, "incident/recorded", id, incident.Title, clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        return incident.Number;
    }
}
