using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Patterns.Curation;

/// <summary>Somebody no longer lives with a pattern; it stands among the undecided again.</summary>
public sealed class WithdrawAcceptance(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when there is no such pattern.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var pattern = await db.PatternToCurateAsync(actor, number, cancel);

        if (pattern is { State: PatternState.AcceptedRisk })
        {
            var now = clock.GetUtcNow();
            pattern.StopAccepting(now);
            await db.CuratedAsync(actor, pattern, "pattern/acceptance-withdrawn", pattern.Name, now, cancel);
        }

        return pattern is not null;
    }
}
