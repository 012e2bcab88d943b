using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Reviews;

namespace Postmortems.Domain.Incidents;

/// <summary>Somebody tells an incident's facts differently.</summary>
public sealed class ReviseIncident(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="version">The version that the writer began from.</param>
    public async Task<Saved> RunAsync(Actor actor, int number, IncidentFacts facts, uint version, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var incident = await db.Incidents
            .Include(i => i.Services)
            .Include(i => i.ImpactWindows)
            .AsSplitQuery()
            .SingleOrDefaultAsync(i => i.Number == number && i.Deletion == null, cancel);

        if (incident is null)
        {
            return Saved.NotThere;
        }

        var now = clock.GetUtcNow();
        var services = await NamesAsync(db, [.. incident.Services.Select(affected => affected.ServiceId), .. facts.ServiceIds], cancel);
        var before = IncidentAmendments.Say(incident, services);
        facts.Tell(incident);
        db.AuditLog.Add(new AuditEntry(actor.UserId, "incident/revised", incident.Id, incident.Title, now));

        // Its times and windows say what patterns cost.
        db.Errands.Add(new Errand(Errand.RecomputePatterns, now));

        if (IncidentAmendments.Changes(before, IncidentAmendments.Say(incident, services)) is { Length: > 0 } changes)
        {
            await db.AmendPublishedAboutAsync(incident.Id, "The facts of the incident are told anew.", changes, actor.UserId, now, cancel);
        }

        var saved = await db.SaveUnlessChangedAsync(incident, version, cancel);

        if (saved is Saved.Done)
        {
            await transaction.CommitAsync(cancel);
        }

        return saved;
    }

    private static Task<Dictionary<Guid, string>> NamesAsync(PostmortemsDb db, List<Guid> services, CancellationToken cancel) =>
        db.Services.Where(service => services.Contains(service.Id)).ToDictionaryAsync(service => service.Id, service => service.Name, cancel);
}
