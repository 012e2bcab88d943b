using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Patterns.Curation;

/// <summary>Somebody says that causes, or fix steps, do not belong to a pattern; no recomputation puts them back, and none is suggested again.</summary>
public sealed class KeepOutMembers(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when there is no such pattern.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, IReadOnlyCollection<Guid> statements, string reason, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var pattern = await db.PatternToCurateAsync(actor, number, cancel);

        if (pattern is null)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        List<Guid> known = [.. (await RecurringStatements.ReadAsync(db, pattern.IsOfFixes, cancel, only: statements)).Keys];
        await db.PutOutAsync(pattern, known, actor.UserId, reason, now, cancel);

        foreach (var suggestion in await db.PatternSuggestions.Where(waiting => waiting.Answer == null && waiting.PatternId == pattern.Id && waiting.Kind == SuggestionKind.Extend).ToListAsync(cancel))
        {
            suggestion.Settle(known, accepted: false, actor.UserId, now);
        }

        await db.CuratedAsync(actor, pattern, "pattern/kept-out", $"{pattern.Counted(known.Count)}: {Shortened.To(reason, 200)}", now, cancel);
        return true;
    }
}
