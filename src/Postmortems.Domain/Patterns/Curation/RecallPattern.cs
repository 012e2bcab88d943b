using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Patterns.Curation;

/// <summary>Somebody takes a dismissal back; the pattern is proposed again.</summary>
public sealed class RecallPattern(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when there is no such pattern.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var pattern = await db.PatternToCurateAsync(actor, number, cancel);

        if (pattern is { Dismissal: not null })
        {
            var now = clock.GetUtcNow();
            pattern.Recall();
            await db.CuratedAsync(actor, pattern, "pattern/recalled", pattern.Name, now, cancel);
        }

        return pattern is not null;
    }
}
