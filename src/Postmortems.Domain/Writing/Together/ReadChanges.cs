using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing.Roles;

namespace Postmortems.Domain.Writing.Together;

/// <summary>What was written after a version, for a window that follows.</summary>
public sealed class ReadChanges(IDbContextFactory<PostmortemsDb> databases)
{
    /// <returns>The next changes in order, none when nothing is newer; null when the actor sees no such postmortem whole.</returns>
    public async Task<IReadOnlyList<ChangeRow>?> RunAsync(Actor actor, int number, int after, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        // One row without a change tells that there is nothing newer, none that there is no such postmortem.
        var rows = await db.ChangeRowsAfter(db.WholePostmortemsFor(actor), number, after).ToListAsync(cancel);
        return rows.Count == 0 ? null : [.. rows.OfType<ChangeRow>()];
    }
}

/// <param name="Changes">See <see cref="ChangeSetJson"/>.</param>
public sealed record ChangeRow(int Version, Guid Client, int Sequence, string By, string Changes);
