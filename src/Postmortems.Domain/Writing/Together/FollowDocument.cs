using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Writing.Together;

/// <summary>What was written after a version, read once for all who follow a document on an instance.</summary>
[WithoutActor("Each who follows is asked for their rights before and while they are told what comes out.")]
public sealed class FollowDocument(IDbContextFactory<PostmortemsDb> databases)
{
    /// <returns>0 when there is no such document.</returns>
    public async Task<int> VersionAsync(int number, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Postmortems.Where(p => p.Number == number).Join(db.Documents, p => p.Id, d => d.PostmortemId, (p, d) => d.Version).SingleOrDefaultAsync(cancel);
    }

    /// <returns>The next changes in order, none when nothing is newer.</returns>
    public async Task<IReadOnlyList<ChangeRow>> RunAsync(int number, int after, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = await db.ChangeRowsAfter(db.Postmortems, number, after).ToListAsync(cancel);
        return [.. rows.OfType<ChangeRow>()];
    }
}
