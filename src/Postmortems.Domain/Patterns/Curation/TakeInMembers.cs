using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Patterns.Curation;

/// <summary>Somebody says that causes, or fix steps, belong to a pattern; no recomputation takes them out again.</summary>
public sealed class TakeInMembers(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when there is no such pattern.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, IReadOnlyCollection<Guid> statements, string reason = "", CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var pattern = await db.PatternToCurateAsync(actor, number, cancel);

        if (pattern is null)
        {
            return false;
        }

        if (pattern.State is PatternState.Merged or PatternState.Dismissed)
        {
            throw new RuleBrokenException("pattern/stands-no-more", $"PAT-{number} is merged or dismissed meanwhile, so nothing was taken in.");
        }

        var now = clock.GetUtcNow();
        List<Guid> known = [.. (await RecurringStatements.ReadAsync(db, pattern.IsOfFixes, cancel, only: statements)).Keys];
        var left = await db.PutInAsync(pattern, known, actor.UserId, reason, now, cancel);

        foreach (var other in await db.Patterns.Where(other => left.Contains(other.Id)).ToListAsync(cancel))
        {
            await db.CountAsync(other, now, cancel);
        }

        foreach (var suggestion in await db.PatternSuggestions.Where(waiting => waiting.Answer == null && waiting.PatternId == pattern.Id && waiting.Kind == SuggestionKind.Extend).ToListAsync(cancel))
        {
            suggestion.Settle(known, accepted: true, actor.UserId, now);
        }

        await db.CuratedAsync(actor, pattern, "pattern/taken-in", pattern.Counted(known.Count), now, cancel);
        return true;
    }
}
