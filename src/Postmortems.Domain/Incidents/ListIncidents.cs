using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Services;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Incidents;

/// <summary>One page of incidents with their postmortems, newest first.</summary>
public sealed class ListIncidents(IDbContextFactory<PostmortemsDb> databases)
{
    public const int PageSize = 30;

    /// <param name="before">Show what is older than this place.</param>
    /// <param name="after">Or what is newer; <paramref name="before"/> wins.</param>
    public async Task<IncidentRows> RunAsync(Actor actor, IncidentFilter filter, ListKey? before = null, ListKey? after = null, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var isBackwards = before is null && after is not null;

        // One more than is shown tells whether there is more.
        var found = await Page(db.IncidentsBy(filter), before, after)
            .Select(i => new IncidentRow(i.Id, i.Number, i.Title, i.Severity, i.Zone, i.Impact, i.Mitigated, i.Resolved, i.ListedAt))
            .Take(PageSize + 1)
            .ToListAsync(cancel);
        var hasMore = found.Count > PageSize;
        var rows = found.Take(PageSize).ToList();

        if (isBackwards)
        {
            rows.Reverse();
        }

        var ids = rows.ConvertAll(row => row.Id);
        return new IncidentRows(
            rows,
            await ServicesAsync(db, ids, cancel),
            await PostmortemsAsync(db, ids, cancel),
            Newer: rows.Count > 0 && (isBackwards ? hasMore : before is not null) ? rows[0].Key : null,
            Older: rows.Count > 0 && (isBackwards || hasMore) ? rows[^1].Key : null);
    }

    private static IQueryable<Incident> Page(IQueryable<Incident> incidents, ListKey? before, ListKey? after) => (before, after) switch
    {
        ({ } key, _) => incidents
            .Where(i => EF.Functions.LessThan(ValueTuple.Create(i.ListedAt, i.Number), ValueTuple.Create(key.ListedAt, key.Number)))
            .OrderByDescending(i => i.ListedAt).ThenByDescending(i => i.Number),
        (_, { } key) => incidents
            .Where(i => EF.Functions.GreaterThan(ValueTuple.Create(i.ListedAt, i.Number), ValueTuple.Create(key.ListedAt, key.Number)))
            .OrderBy(i => i.ListedAt).ThenBy(i => i.Number),
        _ => incidents.OrderByDescending(i => i.ListedAt).ThenByDescending(i => i.Number),
    };

    private static async Task<ILookup<Guid, ServiceName>> ServicesAsync(PostmortemsDb db, List<Guid> ids, CancellationToken cancel)
    {
        var found = await db.Set<IncidentService>()
            .Where(affected => ids.Contains(affected.IncidentId))
            .Join(db.Services, affected => affected.ServiceId, service => service.Id, (affected, service) => new { affected.IncidentId, service.Id, service.Name })
            .OrderBy(pair => pair.Name)
            .ToListAsync(cancel);

        return found.ToLookup(pair => pair.IncidentId, pair => new ServiceName(pair.Id, pair.Name));
    }

    private static async Task<ILookup<Guid, PostmortemOfIncident>> PostmortemsAsync(PostmortemsDb db, List<Guid> ids, CancellationToken cancel)
    {
        var found = await db.Set<PostmortemIncident>()
            .Where(about => ids.Contains(about.IncidentId))
            .Join(db.Postmortems.Where(p => p.Deletion == null), about => about.PostmortemId, p => p.Id, (about, p) => new { about.IncidentId, Row = p })
            .OrderBy(pair => pair.Row.Number)
            .Select(pair => new PostmortemOfIncident(
                pair.IncidentId,
                pair.Row.Number,
                pair.Row.Title,
                pair.Row.Publication != null ? PostmortemState.Published : pair.Row.Review != null ? PostmortemState.InReview : PostmortemState.Draft,
                db.Users.Where(u => u.Id == pair.Row.OwnerId).Select(u => u.DisplayName).FirstOrDefault() ?? ""))
            .ToListAsync(cancel);

        return found.ToLookup(postmortem => postmortem.IncidentId);
    }
}

public sealed record IncidentRow(
    Guid Id, int Number, string Title, Severity Severity, string Zone, TimePoint? Impact, TimePoint? Mitigated, TimePoint? Resolved, DateTimeOffset ListedAt)
{
    public ListKey Key => new(ListedAt, Number);
}

/// <param name="Newer">Where the page before this one ends, if there is one.</param>
/// <param name="Older">Where the page after this one begins, if there is one.</param>
public sealed record IncidentRows(
    IReadOnlyList<IncidentRow> Rows,
    ILookup<Guid, ServiceName> Services,
    ILookup<Guid, PostmortemOfIncident> Postmortems,
    ListKey? Newer,
    ListKey? Older);
