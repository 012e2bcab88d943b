using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Patterns.Curation;

/// <summary>Somebody says that these belong together. From then on only people change the members.</summary>
public sealed class ConfirmPattern(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when there is no such pattern.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var pattern = await db.PatternToCurateAsync(actor, number, cancel);

        if (pattern is { Confirmation: null })
        {
            var now = clock.GetUtcNow();
            await db.ConfirmAsync(pattern, actor.UserId, "Confirmed with the pattern.", now, cancel);
            await db.CuratedAsync(actor, pattern, "pattern/confirmed", pattern.Name, now, cancel);
        }

        return pattern is not null;
    }
}
