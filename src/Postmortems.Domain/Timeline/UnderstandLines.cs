using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Timeline;

/// <summary>Shows what lines would become before they are kept.</summary>
public sealed class UnderstandLines(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>Empty when there is no such incident.</returns>
    public async Task<List<QuickLine>> RunAsync(Actor actor, int incident, string lines, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return (await KnownTimes.OfAsync(db, actor, incident, cancel))?.Read(lines, clock.GetUtcNow()) ?? [];
    }
}
