using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Timeline;

/// <summary>Somebody says that an entry is a milestone of its incident: the incident takes its time.</summary>
public sealed class ReachMilestone(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when there is no such entry.</returns>
    public async Task<bool> RunAsync(Actor actor, Guid entryId, Milestone milestone, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var entry = await db.TimelineEntries.SingleOrDefaultAsync(e => e.Id == entryId && e.Deletion == null, cancel);

        if (entry is null)
        {
            return false;
        }

        if (entry.When is null)
        {
            throw new RuleBrokenException("timeline/no-time", "Say when this happened before you make it a milestone.");
        }

        var incident = await db.Incidents.SingleAsync(i => i.Id == entry.IncidentId, cancel);
        incident.Reach(milestone, entry.When);
        entry.Tell(entry.When, entry.Zone, EntryKind.Milestone, entry.Text, entry.Basis, entry.Evidence);
        db.AuditLog.Add(new AuditEntry(actor.UserId, "incident/milestone", incident.Id, milestone.ToString(), clock.GetUtcNow()));
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
