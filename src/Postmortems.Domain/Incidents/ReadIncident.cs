using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Services;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Roles;

namespace Postmortems.Domain.Incidents;

/// <summary>One incident with what stands around it: services, impact windows, postmortems.</summary>
public sealed class ReadIncident(IDbContextFactory<PostmortemsDb> databases)
{
    /// <returns>Null when there is no such incident, or it is deleted and the actor may not restore it.</returns>
    public async Task<IncidentView?> RunAsync(Actor actor, int number, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var incident = await db.Incidents
            .AsNoTracking()
            .Where(i => i.Number == number && (i.Deletion == null || actor.MayEdit))
            .Select(i => new
            {
                Row = i,
                Version = EF.Property<uint>(i, "Version"),
                RecordedBy = db.Users.Where(u => u.Id == i.CreatedBy).Select(u => u.DisplayName).FirstOrDefault(),
                DeletedBy = db.Users.Where(u => u.Id == i.Deletion!.By).Select(u => u.DisplayName).FirstOrDefault(),
                Entries = db.TimelineEntries.Count(e => e.IncidentId == i.Id && e.Deletion == null),
            })
            .SingleOrDefaultAsync(cancel);

        if (incident is null)
        {
            return null;
        }

        var row = incident.Row;
        var roles = await RolesOfMany.OfIncidentAsync(db, actor, row.Id, cancel);
        var view = new IncidentView(
            row.Id,
            row.Number,
            row.Title,
            row.Severity,
            row.Summary,
            row.Zone,
            row.Times,
            row.CreatedAt,
            incident.RecordedBy ?? "",
            row.Deletion,
            incident.DeletedBy ?? "",
            incident.Version,
            incident.Entries,
            await db.Set<ImpactWindow>().AsNoTracking().Where(w => w.IncidentId == row.Id).OrderBy(w => w.Began.At).ThenBy(w => w.Id).ToListAsync(cancel),
            await ServicesAsync(db, row.Id, cancel),
            await PostmortemsAsync(db, row.Id, cancel));

        return roles.Any ? With(view, roles) : view;
    }

    private static IncidentView With(IncidentView view, RolesOfMany roles) => view with
    {
        Title = roles.In(view.Title),
        Summary = roles.In(view.Summary),
        RecordedBy = roles.In(view.RecordedBy),
        Windows = [.. view.Windows.Select(window => new ImpactWindow(window.Began, window.Ended, roles.In(window.Text)))],
        Postmortems = [.. view.Postmortems.Select(about => about with { Title = roles.In(about.Title), Owner = roles.In(about.Owner) })],
    };

    private static Task<List<ServiceName>> ServicesAsync(PostmortemsDb db, Guid id, CancellationToken cancel) =>
        db.Set<IncidentService>()
            .Where(affected => affected.IncidentId == id)
            .Join(db.Services, affected => affected.ServiceId, service => service.Id, (_, service) => service)
            .OrderBy(service => service.Name)
            .Select(service => new ServiceName(service.Id, service.Name))
            .ToListAsync(cancel);

    private static Task<List<PostmortemOfIncident>> PostmortemsAsync(PostmortemsDb db, Guid id, CancellationToken cancel) =>
        db.Set<PostmortemIncident>()
            .Where(about => about.IncidentId == id)
            .Join(db.Postmortems.Where(p => p.Deletion == null), about => about.PostmortemId, p => p.Id, (_, p) => p)
            .OrderBy(p => p.Number)
            .Select(p => new PostmortemOfIncident(
                id,
                p.Number,
                p.Title,
                p.Publication != null ? PostmortemState.Published : p.Review != null ? PostmortemState.InReview : PostmortemState.Draft,
                db.Users.Where(u => u.Id == p.OwnerId).Select(u => u.DisplayName).FirstOrDefault() ?? ""))
            .ToListAsync(cancel);
}

public sealed record IncidentView(
    Guid Id,
    int Number,
    string Title,
    Severity Severity,
    string Summary,
    string Zone,
    IncidentTimes Times,
    DateTimeOffset RecordedAt,
    string RecordedBy,
    Deletion? Deletion,
    string DeletedBy,
    uint Version,
    int Entries,
    IReadOnlyList<ImpactWindow> Windows,
    IReadOnlyList<ServiceName> Services,
    IReadOnlyList<PostmortemOfIncident> Postmortems)
{
    /// <summary>Numbers of the published postmortems about it: whoever changes the incident amends them.</summary>
    public IReadOnlyList<int> Published => [.. Postmortems.Where(p => p.State is PostmortemState.Published).Select(p => p.Number)];
}

public sealed record PostmortemOfIncident(Guid IncidentId, int Number, string Title, PostmortemState State, string Owner);
