using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Patterns.Curation;

/// <summary>Somebody says that causes do not belong to a pattern; no recomputation puts them back, and none is suggested again.</summary>
public sealed class KeepOutCauses(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when there is no such pattern.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, IReadOnlyCollection<Guid> causes, string reason, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var pattern = await db.PatternToCurateAsync(actor, number, cancel);

        if (pattern is null)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        var known = await db.Causes.Where(cause => causes.Contains(cause.Id)).Select(cause => cause.Id).ToListAsync(cancel);
        await db.PutOutAsync(pattern, known, actor.UserId, reason, now, cancel);

        foreach (var suggestion in await db.PatternSuggestions.Where(waiting => waiting.Answer == null && waiting.PatternId == pattern.Id && waiting.Kind == SuggestionKind.Extend).ToListAsync(cancel))
        {
            suggestion.Settle(known, accepted: false, actor.UserId, now);
        }

        await db.CuratedAsync(actor, pattern, "pattern/kept-out", $"{known.Count} of its causes: {Shortened.To(reason, 200)}", now, cancel);
        return true;
    }
}
