using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Writing.Templates;

namespace Postmortems.Domain.Writing.Live;

/// <summary>Who took part in a postmortem and in which role. Nobody is counted or ranked.</summary>
internal static class PeopleQuery
{
    public static async Task<IReadOnlyList<TookPart>> PeopleOfAsync(this PostmortemsDb db, PostmortemHead head, CancellationToken cancel)
    {
        var id = head.Id;
        var incidents = head.Incidents.Select(i => i.Id).ToList();
        var leading = new[] { head.Owner.Id, head.Facilitator?.Id ?? head.Owner.Id, head.Review?.By ?? head.Owner.Id, head.Publication?.By ?? head.Owner.Id };

        var rows = await (
            from user in db.Users
            let wrote = db.DocumentVersions.Where(v => v.PostmortemId == id).Select(v => v.By).Contains(user.Id)
                || db.DocumentChanges.Where(c => c.PostmortemId == id).Select(c => c.By).Contains(user.Id)
            let told = db.TimelineEntries.Where(e => incidents.Contains(e.IncidentId) && e.Deletion == null).Select(e => e.CreatedBy).Contains(user.Id)
            let named = db.Causes.Where(c => c.PostmortemId == id && c.Deletion == null).Select(c => c.CreatedBy).Contains(user.Id)
            let promised = db.ActionItems.Where(a => a.PostmortemId == id && a.Deletion == null && a.OwnerId != null).Select(a => a.OwnerId!.Value).Contains(user.Id)
            where leading.Contains(user.Id) || wrote || told || named || promised
            orderby user.DisplayName, user.Id
            select new { user.Id, user.DisplayName, Wrote = wrote, Told = told, Named = named, Promised = promised }).ToListAsync(cancel);

        // Whoever imported a document wrote none of it.
        var isImported = head.Template == Template.Imported;

        return
        [
            .. rows.Select(row => new TookPart(row.Id, row.DisplayName, Parts(
                (head.Owner.Id == row.Id, "owner"),
                (head.Facilitator?.Id == row.Id, "facilitator"),
                (row.Wrote && !isImported, "wrote"),
                (row.Told && !isImported, "told the timeline"),
                (row.Named && !isImported, "named causes"),
                (row.Promised, "owns action items"),
                (head.Review?.By == row.Id && !isImported, "asked for the review"),
                (head.Publication?.By == row.Id, isImported ? "imported it" : "published it"))))
            .Where(person => person.Parts.Count > 0)
            .OrderBy(person => person.Id != head.Owner.Id).ThenBy(person => person.Id != head.Facilitator?.Id),
        ];
    }

    private static List<string> Parts(params (bool Is, string Words)[] parts) => [.. parts.Where(part => part.Is).Select(part => part.Words)];
}
