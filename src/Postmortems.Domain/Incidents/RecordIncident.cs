using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Incidents;

/// <summary>Somebody writes down that something happened.</summary>
public sealed class RecordIncident(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="id">Made with the form, so that sending it twice records one incident.</param>
    /// <returns>The incident's number.</returns>
    public async Task<Stored<int>> RunAsync(Actor actor, Guid id, IncidentFacts facts, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();

        return await db.StoreOnceAsync(new SentForm(id, Said(facts), now), db.Incidents.Where(i => i.Id == id).Select(i => i.Number), StoreAsync, cancel);

        async Task<int> StoreAsync()
        {
            var incident = new Incident(facts.Title, facts.Severity, facts.Zone, actor.UserId, now, id);
            facts.Tell(incident);
            db.Incidents.Add(incident);
            db.AuditLog.Add(new AuditEntry(actor.UserId, "incident/recorded", id, incident.Title, now));
            await db.SaveChangesAsync(cancel);
            return incident.Number;
        }
    }

    /// <summary>A window of impact gets a new id each time it is read from a form, so only its words count.</summary>
    private static object Said(IncidentFacts facts) =>
        new { Facts = facts with { Windows = [] }, Windows = facts.Windows.Select(window => new { window.Began, window.Ended, window.Text }) };
}
