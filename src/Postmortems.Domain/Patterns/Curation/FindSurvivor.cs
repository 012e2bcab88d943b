using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Patterns.Curation;

/// <summary>Where the number of a merged pattern leads, through any number of merges.</summary>
public sealed class FindSurvivor(IDbContextFactory<PostmortemsDb> databases)
{
    /// <returns>The number of the pattern that holds its members now; its own when it was not merged, null when there is none.</returns>
    public async Task<int?> RunAsync(Actor actor, int number, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var at = await db.KnownPatternsOf(actor).Where(pattern => pattern.Number == number).Select(pattern => new { pattern.Number, pattern.MergedIntoId }).SingleOrDefaultAsync(cancel);

        // A pattern that stands took each merge, so the way never leads back.
        while (at?.MergedIntoId is { } survivor)
        {
            at = await db.KnownPatternsOf(actor).Where(pattern => pattern.Id == survivor).Select(pattern => new { pattern.Number, pattern.MergedIntoId }).SingleOrDefaultAsync(cancel);
        }

        return at?.Number;
    }
}
