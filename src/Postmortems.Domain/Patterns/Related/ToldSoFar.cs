using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Patterns.Related;

/// <summary>What an incident says so far.</summary>
internal sealed record ToldSoFar(Guid Id, IReadOnlyList<Guid> Postmortems, string Text)
{
    private const int LongestText = 4000;
    private const int MostEntries = 40;

    /// <returns>Null when there is no such incident.</returns>
    public static async Task<ToldSoFar?> ReadAsync(PostmortemsDb db, Actor actor, int number, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(actor);
        var told = await (
            from incident in db.Incidents
            where incident.Number == number && incident.Deletion == null
            select new
            {
                incident.Id,
                incident.Title,
                incident.Summary,
                Postmortems = db.Set<PostmortemIncident>().Where(about => about.IncidentId == incident.Id).Select(about => about.PostmortemId).ToList(),
                Causes = (from about in db.Set<PostmortemIncident>()
                          join cause in db.Causes on about.PostmortemId equals cause.PostmortemId
                          where about.IncidentId == incident.Id && cause.Deletion == null
                          orderby cause.Order, cause.Id
                          select cause.Statement).ToList(),
                Entries = db.TimelineEntries.Where(entry => entry.IncidentId == incident.Id && entry.Deletion == null).OrderBy(entry => entry.Order).Select(entry => entry.Text).Take(MostEntries).ToList(),
            }).AsSplitQuery().AsNoTracking().SingleOrDefaultAsync(cancel);

        return told is null ? null : new ToldSoFar(told.Id, told.Postmortems, Shortened.To(string.Join(". ", [told.Title, told.Summary, .. told.Causes, .. told.Entries]), LongestText));
    }
}
