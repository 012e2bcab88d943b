using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing.Templates;

namespace Postmortems.Domain.Writing.Roles;

/// <summary>Postmortems of which the actor may see every word and who wrote it: all but those that show roles to readers without a part in them.</summary>
internal static class WholePostmortems
{
    public static IQueryable<Postmortem> WholePostmortemsFor(this PostmortemsDb db, Actor actor)
    {
        var seen = db.PostmortemsFor(actor);

        if (actor.MayEdit)
        {
            return seen;
        }

        var id = actor.UserId;

        return seen.Where(p => !p.ShowsRoles || p.Publication == null
            || p.OwnerId == id || p.FacilitatorId == id || p.Publication.By == id
            || db.ActionItems.Any(item => item.PostmortemId == p.Id && item.Deletion == null && item.OwnerId == id)
            || (p.Template != Template.Imported
                && (p.Review!.By == id
                    || db.DocumentVersions.Any(version => version.PostmortemId == p.Id && version.By == id)
                    || db.DocumentChanges.Any(change => change.PostmortemId == p.Id && change.By == id)
                    || db.Causes.Any(cause => cause.PostmortemId == p.Id && cause.Deletion == null && cause.CreatedBy == id)
                    || db.TimelineEntries.Any(entry => entry.Deletion == null && entry.CreatedBy == id && p.Incidents.Any(about => about.IncidentId == entry.IncidentId)))));
    }

    /// <summary>Where the actor sees roles, who wrote what and what stood there before is not shown at all.</summary>
    public static Task<bool> MaySeeWholeAsync(this PostmortemsDb db, Actor actor, int number, CancellationToken cancel) =>
        actor.MayEdit ? Task.FromResult(true) : db.WholePostmortemsFor(actor).AnyAsync(p => p.Number == number, cancel);
}
