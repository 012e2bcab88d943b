using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Patterns.Curation;

/// <summary>Which members a suggestion is about that waits in the inbox.</summary>
public sealed class ReadSuggestion(IDbContextFactory<PostmortemsDb> databases)
{
    /// <returns>Nothing where somebody has answered it meanwhile.</returns>
    public async Task<IReadOnlyList<Guid>> RunAsync(Actor actor, Guid id, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.PatternSuggestions.Where(waiting => waiting.Id == id && waiting.Answer == null).Select(waiting => waiting.Members).SingleOrDefaultAsync(cancel) ?? [];
    }
}
