using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Patterns.Curation;

/// <summary>Somebody keeps a pattern in the lists even with one member or none, or no longer.</summary>
public sealed class PinPattern(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when there is no such pattern.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, bool pinned, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var pattern = await db.PatternToCurateAsync(actor, number, cancel);

        if (pattern is not null && pattern.PinnedAt is not null != pinned)
        {
            var now = clock.GetUtcNow();

            if (pinned)
            {
                pattern.Pin(now);
            }
            else
            {
                pattern.Unpin();
            }

            await db.CountAsync(pattern, now, cancel);
            await db.CuratedAsync(actor, pattern, pinned ? "pattern/pinned" : "pattern/unpinned", pattern.Name, now, cancel);
        }

        return pattern is not null;
    }
}
