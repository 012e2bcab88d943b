using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Timeline;

/// <summary>Somebody says that an entry is a milestone of its incident: the incident takes its time.</summary>
public sealed class ReachMilestone(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="number">Of the incident that the entry must belong to.</param>
    /// <returns>False when that incident has no such entry.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, Guid entryId, Milestone milestone, CancellationToken cancel = default)
    {
        actor.MustEdit();

        if (!Enum.IsDefined(milestone))
        {
            throw new RuleBrokenException("timeline/milestone", "Choose which milestone this was.");
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var incident = await db.Incidents.SingleOrDefaultAsync(i => i.Number == number && i.Deletion == null, cancel);
        var entry = incident is null ? null : await db.TimelineEntries.SingleOrDefaultAsync(e => e.Id == entryId && e.IncidentId == incident.Id && e.Deletion == null, cancel);

        if (incident is null || entry is null)
        {
            return false;
        }

        if (entry.When is null)
        {
            throw new RuleBrokenException("timeline/no-time", "Say when this happened before you make it a milestone.");
        }

        incident.Reach(milestone, entry.When);

        // A fix, signal or change stays what it is; the timeline shows the milestone beside it.
        if (entry.Kind is EntryKind.Event)
        {
            entry.Tell(entry.When, entry.Zone, EntryKind.Milestone, entry.Text, entry.Basis, entry.Evidence);
        }

        db.AuditLog.Add(new AuditEntry(actor.UserId, "incident/milestone", incident.Id, milestone.ToString(), clock.GetUtcNow()));

        await db.AmendPublishedTimelineAsync(incident.Id, $"{milestone}: {EntryAmendments.Say(entry)}", actor.UserId, clock.GetUtcNow(), cancel);

        if (await db.SaveUnlessChangedAsync(incident, db.Entry(incident).Property<uint>("Version").CurrentValue, cancel) is not Saved.Done)
        {
            throw new RuleBrokenException("timeline/changed-meanwhile", "Somebody else changed the incident or its entry at the same moment. Please make it a milestone again.");
        }

        await transaction.CommitAsync(cancel);
        return true;
    }
}
