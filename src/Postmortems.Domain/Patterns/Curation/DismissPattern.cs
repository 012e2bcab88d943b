using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Patterns.Curation;

/// <summary>Somebody says that this is no pattern worth looking at, why, and when it may ask again.</summary>
public sealed class DismissPattern(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when there is no such pattern.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, string reason, Resurfacing resurfaces, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var pattern = await db.PatternToCurateAsync(actor, number, cancel);

        if (pattern?.Dismissal is { } dismissed && (dismissed.By != actor.UserId || dismissed.Reason != Shortened.To(reason.Trim(), Pattern.LongestReason)))
        {
            throw new RuleBrokenException("pattern/dismissed-before", $"It was dismissed meanwhile: “{dismissed.Reason}” Propose it again first if your words are to count.");
        }

        if (pattern is { Dismissal: null })
        {
            var now = clock.GetUtcNow();
            pattern.Dismiss(actor.UserId, reason, resurfaces, now);

            foreach (var kind in Enum.GetValues<SuggestionKind>())
            {
                await db.CloseAsync(pattern.Id, kind, accepted: false, actor.UserId, reason, now, cancel);
            }

            await db.CuratedAsync(actor, pattern, "pattern/dismissed", pattern.Dismissal!.Reason, now, cancel);
        }

        return pattern is not null;
    }
}
