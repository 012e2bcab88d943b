using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing.History;
using Postmortems.Domain.Writing.Roles;
using Postmortems.Domain.Writing.Together;

namespace Postmortems.Domain.Writing;

/// <summary>What changed between two versions of a document.</summary>
public sealed class CompareVersions(IDbContextFactory<PostmortemsDb> databases)
{
    /// <returns>Null when there is no such postmortem or version that the actor may see whole.</returns>
    public async Task<Comparison?> RunAsync(Actor actor, int number, int earlier, int later, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.WholePostmortemsFor(actor).Where(p => p.Number == number).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(cancel) is not { } postmortem)
        {
            return null;
        }

        return await TextAsync(earlier) is { } before && await TextAsync(later) is { } after
            ? new Comparison(earlier, later, WordChanges.Between(before, after))
            : null;

        // Before the first version there was nothing.
        async Task<string?> TextAsync(int version) => version == 0 ? "" : await db.TextAtAsync(postmortem, version, cancel);
    }
}

public sealed record Comparison(int Earlier, int Later, WordComparison Words);
