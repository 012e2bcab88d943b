using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Patterns.Curation;

/// <summary>Somebody says no to a merge or a split. It is not suggested again; a split only when two more would go.</summary>
public sealed class RejectSuggestion(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when there is no such suggestion any more.</returns>
    public async Task<bool> RunAsync(Actor actor, Guid id, string reason, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.TakeTurnsOverPatternsAsync(cancel);
        var suggestion = await db.PatternSuggestions.SingleOrDefaultAsync(waiting => waiting.Id == id, cancel);

        if (suggestion is { Answer: null, Kind: SuggestionKind.Merge or SuggestionKind.Split })
        {
            var now = clock.GetUtcNow();
            suggestion.Close(accepted: false, actor.UserId, reason, now);
            db.AuditLog.Add(new AuditEntry(actor.UserId, "pattern/suggestion-rejected", suggestion.PatternId, $"{suggestion.Kind}: {Shortened.To(reason, 200)}", now));
            await db.SaveChangesAsync(cancel);
            await transaction.CommitAsync(cancel);
        }

        return suggestion is not null;
    }
}
