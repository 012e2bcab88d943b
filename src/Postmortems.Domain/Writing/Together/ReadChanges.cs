using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Writing.Together;

/// <summary>What was written after a version, for a window that follows.</summary>
public sealed class ReadChanges(IDbContextFactory<PostmortemsDb> databases)
{
    private const int MostAtOnce = 500;

    /// <returns>The next changes in order, none when nothing is newer; null when the actor sees no such postmortem.</returns>
    public async Task<IReadOnlyList<ChangeRow>?> RunAsync(Actor actor, int number, int after, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        var rows = await (
            from postmortem in db.PostmortemsFor(actor)
            where postmortem.Number == number
            from change in db.DocumentChanges.Where(c => c.PostmortemId == postmortem.Id && c.Version > after).DefaultIfEmpty()
            orderby change.Version
            select change == null ? null : new ChangeRow(change.Version, change.Client, change.Sequence, db.Users.Where(u => u.Id == change.By).Select(u => u.DisplayName).First(), change.Changes))
            .Take(MostAtOnce)
            .ToListAsync(cancel);

        return rows.Count == 0 ? null : [.. rows.OfType<ChangeRow>()];
    }
}

/// <param name="Changes">See <see cref="ChangeSetJson"/>.</param>
public sealed record ChangeRow(int Version, Guid Client, int Sequence, string By, string Changes);
