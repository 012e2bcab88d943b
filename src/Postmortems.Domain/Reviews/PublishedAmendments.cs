using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Reviews;

/// <summary>
/// Readers of a published postmortem rely on its incidents, their timelines and its action items, too: what becomes of them is an amendment that
/// they see. Called within the change's transaction, which also keeps anybody from publishing until it ends.
/// </summary>
internal static class PublishedAmendments
{
    public static async Task AmendPublishedAboutAsync(this PostmortemsDb db, Guid incident, string note, string changes, Guid by, DateTimeOffset at, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync(
            $"SELECT 1 FROM postmortems WHERE id IN (SELECT postmortem_id FROM postmortem_incident WHERE incident_id = {incident}) ORDER BY id FOR SHARE", cancel);
        var published = await db.Postmortems
            .Where(p => p.Publication != null && p.Deletion == null && p.Incidents.Any(about => about.IncidentId == incident))
            .Select(p => p.Id)
            .ToListAsync(cancel);

        db.Amendments.AddRange(published.Select(postmortem => new Amendment(postmortem, changes, note, by, at)));
    }

    public static async Task AmendIfPublishedAsync(this PostmortemsDb db, Guid postmortem, string note, string changes, Guid by, DateTimeOffset at, CancellationToken cancel)
    {
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM postmortems WHERE id = {postmortem} FOR SHARE", cancel);

        if (await db.Postmortems.AnyAsync(p => p.Id == postmortem && p.Publication != null && p.Deletion == null, cancel))
        {
            db.Amendments.Add(new Amendment(postmortem, changes, note, by, at));
        }
    }
}
