using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;

namespace Postmortems.Domain.Services;

/// <summary>The services with how many incidents affected each, by name. Editors also see what was deleted.</summary>
public sealed class ListServices(IDbContextFactory<PostmortemsDb> databases)
{
    /// <summary>Nobody reads an exact count of thousands; counting stops here.</summary>
    public const int MostCounted = 1000;

    public async Task<List<ServiceRow>> RunAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        var services = await db.Services
            .AsNoTracking()
            .Where(service => service.Deletion == null || actor.MayEdit)
            .OrderBy(service => service.Name)
            .Select(service => new
            {
                Row = new ServiceRow(service.Id, service.Name, service.Description, service.OwnerTeam, service.Deletion != null, 0),
                Affected = db.Set<IncidentService>().Where(affected => affected.ServiceId == service.Id).Take(MostCounted + 1).Count(),
                Deleted = db.Incidents.Count(incident => incident.Deletion != null && incident.Services.Any(affected => affected.ServiceId == service.Id)),
            })
            .ToListAsync(cancel);

        // What is deleted is little and has an index of its own, so it is counted apart and taken off.
        return services.ConvertAll(service => service.Row with { Incidents = service.Affected > MostCounted ? service.Affected : service.Affected - service.Deleted });
    }
}

/// <param name="Incidents">At most one more than <see cref="ListServices.MostCounted"/>.</param>
public sealed record ServiceRow(Guid Id, string Name, string Description, string OwnerTeam, bool IsDeleted, int Incidents);
