using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Writing.Roles;

namespace Postmortems.Domain.Timeline;

/// <summary>The entries of an incident in the order in which they happened. Editors also see what was deleted.</summary>
public sealed class ListEntries(IDbContextFactory<PostmortemsDb> databases)
{
    public async Task<List<EntryRow>> RunAsync(Actor actor, Guid incidentId, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var told = await db.TimelineEntries
            .AsNoTracking()
            .Where(entry => entry.IncidentId == incidentId && (entry.Deletion == null || actor.MayEdit))
            .OrderBy(entry => entry.Order)
            .ThenBy(entry => entry.Id)
            .Select(EntryRow.Of)
            .ToListAsync(cancel);

        var roles = await RolesOfMany.OfIncidentAsync(db, actor, incidentId, cancel);
        return InTime(roles.Any ? told.ConvertAll(entry => entry with { Text = roles.In(entry.Text), Evidence = roles.In(entry.Evidence) }) : told);
    }

    /// <summary>An entry without an instant stays behind the one after which it was told.</summary>
    private static List<EntryRow> InTime(List<EntryRow> told)
    {
        var last = DateTimeOffset.MinValue;
        return [.. told.Select(entry => (Entry: entry, At: last = entry.When?.At ?? last)).OrderBy(pair => pair.At).Select(pair => pair.Entry)];
    }
}

/// <param name="Zone">In which the time was told.</param>
/// <param name="AsWritten">The time in the source's words, when it could not be made an instant.</param>
public sealed record EntryRow(
    Guid Id,
    TimePoint? When,
    string Zone,
    string? AsWritten,
    EntryKind Kind,
    string Text,
    Basis Basis,
    string Evidence,
    FixStep? Fix,
    bool IsDeleted,
    uint Version)
{
    internal static readonly Expression<Func<TimelineEntry, EntryRow>> Of = entry => new EntryRow(
        entry.Id,
        entry.When,
        entry.Zone,
        entry.AsWritten,
        entry.Kind,
        entry.Text,
        entry.Basis,
        entry.Evidence,
        entry.Fix,
        entry.Deletion != null,
        EF.Property<uint>(entry, nameof(Version)));
}
