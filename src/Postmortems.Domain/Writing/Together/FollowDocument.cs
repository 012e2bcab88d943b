using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Writing.Together;

/// <summary>What was written after a version, read once for all who follow a document on an instance.</summary>
[WithoutActor("Each who follows is asked for their rights before and while they are told what comes out.")]
public sealed class FollowDocument(IDbContextFactory<PostmortemsDb> databases)
{
    /// <param name="after">The version that is known; null to begin at the newest.</param>
    /// <returns>The next changes in order, none when nothing is newer.</returns>
    public async Task<Followed> RunAsync(int number, int? after, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (after is null)
        {
            return new Followed(
                await db.Postmortems.Where(p => p.Number == number).Join(db.Documents, p => p.Id, d => d.PostmortemId, (p, d) => d.Version).SingleOrDefaultAsync(cancel), []);
        }

        var rows = await db.ChangeRowsAfter(db.Postmortems, number, after.Value).ToListAsync(cancel);
        IReadOnlyList<ChangeRow> changes = [.. rows.OfType<ChangeRow>()];
        return new Followed(changes is [.., var last] ? last.Version : after.Value, changes);
    }
}

/// <param name="Version">After these changes; 0 when there is no such document.</param>
public sealed record Followed(int Version, IReadOnlyList<ChangeRow> Changes);
