using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Incidents;

/// <summary>Turns a filter into a query that the indexes of the incidents can answer.</summary>
internal static class FilteredIncidents
{
    public static IQueryable<Incident> IncidentsBy(this PostmortemsDb db, IncidentFilter filter)
    {
        var incidents = db.Incidents.AsNoTracking().Where(i => i.Deletion == null);

        if (TitleWords.Query(filter.Words) is { } words)
        {
            incidents = incidents.Where(i => EF.Functions.ToTsVector("simple", i.Title).Matches(EF.Functions.ToTsQuery("simple", words)));
        }

        if (filter.Severity is { } severity)
        {
            incidents = incidents.Where(i => i.Severity == severity);
        }

        if (filter.ServiceId is { } service)
        {
            incidents = incidents.Where(i => i.Services.Any(s => s.ServiceId == service));
        }

        if (filter.From is { } from)
        {
            incidents = incidents.Where(i => i.ListedAt >= from);
        }

        if (filter.Until is { } until)
        {
            incidents = incidents.Where(i => i.ListedAt < until);
        }

        return filter.State is { } state ? incidents.InState(db, state) : incidents;
    }

    private static IQueryable<Incident> InState(this IQueryable<Incident> incidents, PostmortemsDb db, LearningState state)
    {
        var living = db.Postmortems.Where(p => p.Deletion == null);
        var written = state switch
        {
            LearningState.Draft => living.Where(p => p.Publication == null && p.Review == null),
            LearningState.InReview => living.Where(p => p.Publication == null && p.Review != null),
            LearningState.Published => living.Where(p => p.Publication != null),
            _ => living,
        };
        var about = db.Set<PostmortemIncident>().Where(a => written.Any(p => p.Id == a.PostmortemId));

        return state is LearningState.NotBegun
            ? incidents.Where(i => !about.Any(a => a.IncidentId == i.Id))
            : incidents.Where(i => about.Any(a => a.IncidentId == i.Id));
    }
}
