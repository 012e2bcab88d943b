using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Patterns.Costs;

/// <summary>What one pattern cost so far, and whether it comes more often.</summary>
public sealed class ReadCost(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>Null when there is no such pattern.</returns>
    public async Task<CostView?> RunAsync(Actor actor, int number, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.KnownPatternsOf(actor).Where(pattern => pattern.Number == number).Select(pattern => (Guid?)pattern.Id).SingleOrDefaultAsync(cancel) is not { } id)
        {
            return null;
        }

        var standing = await db.PatternsOf(actor).Select(pattern => pattern.Id).ToListAsync(cancel);
        var trends = await PatternTrend.OfAllAsync(db, [.. standing.Append(id).Distinct()], clock.GetUtcNow(), cancel);
        var incidents = await PatternCosts.IncidentsOfAsync(db, [id], cancel);

        return new CostView(PatternCost.Of([.. incidents[id]]), trends.GetValueOrDefault(id));
    }
}

/// <param name="Trend">Null when it was never seen.</param>
public sealed record CostView(PatternCost Cost, PatternTrend? Trend);
