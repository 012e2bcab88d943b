using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Causes;

/// <summary>A cause to be written or changed, with what can be chosen for it.</summary>
public sealed class PrepareCause(IDbContextFactory<PostmortemsDb> databases)
{
    private const int MostEntries = 500;

    /// <param name="id">Null for a new cause.</param>
    /// <returns>Null when the actor sees no such postmortem or cause. A deleted cause is told as such, because it may have been deleted under the writer.</returns>
    public async Task<CauseChoices?> RunAsync(Actor actor, int number, Guid? id, CancellationToken cancel = default)
    {
        actor.MustEdit();

        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.HeadAsync(actor, number, cancel) is not { } head)
        {
            return null;
        }

        var cause = id is null ? null : await Current(db, head.Id, id.Value).SingleOrDefaultAsync(cancel);

        var isDeleted = id is not null && cause is null;

        if (isDeleted && !await db.Causes.AnyAsync(c => c.PostmortemId == head.Id && c.Id == id && c.Deletion != null, cancel))
        {
            return null;
        }

        var incidents = head.Incidents.Select(i => i.Id).ToList();
        var entries = await db.TimelineEntries
            .Where(e => incidents.Contains(e.IncidentId) && e.Deletion == null)
            .OrderBy(e => e.When == null).ThenBy(e => e.When!.At).ThenBy(e => e.Order)
            .Take(MostEntries)
            .Select(e => new EvidenceRow(e.Id, e.Text, e.When, e.Zone))
            .ToListAsync(cancel);

        var services = await db.Services
            .Where(s => s.Deletion == null || (cause != null && s.Id == cause.ServiceId))
            .OrderBy(s => s.Name)
            .Select(s => new ServiceChoice(s.Id, s.Name))
            .ToListAsync(cancel);

        return new CauseChoices(head, cause, isDeleted, entries, services);
    }

    internal static IQueryable<CauseToChange> Current(PostmortemsDb db, Guid postmortem, Guid id) =>
        db.Causes
            .AsNoTracking()
            .Where(c => c.PostmortemId == postmortem && c.Id == id && c.Deletion == null)
            .Select(c => new CauseToChange(
                c.Id,
                c.Statement,
                c.Role,
                c.Confidence,
                c.Detail,
                c.Leaf,
                c.ServiceId,
                c.Evidence.Select(e => e.TimelineEntryId).ToList(),
                EF.Property<uint>(c, "Version")));
}

public sealed record CauseChoices(
    PostmortemHead Head, CauseToChange? Cause, bool IsDeleted, IReadOnlyList<EvidenceRow> Entries, IReadOnlyList<ServiceChoice> Services);

public sealed record ServiceChoice(Guid Id, string Name);

public sealed record CauseToChange(
    Guid Id,
    string Statement,
    CauseRole Role,
    Confidence Confidence,
    string Detail,
    string? Leaf,
    Guid? ServiceId,
    IReadOnlyList<Guid> Evidence,
    uint Version);
