using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Patterns.Curation;

/// <summary>Somebody says that two patterns are one. The absorbed number leads to the survivor for ever; the merge can be undone.</summary>
public sealed class MergePatterns(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when there is no such pattern.</returns>
    public async Task<bool> RunAsync(Actor actor, int survivor, int absorbed, CancellationToken cancel = default)
    {
        if (survivor == absorbed)
        {
            throw new RuleBrokenException("pattern/merged-with-itself", "Choose another pattern: this one cannot be merged with itself.");
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var stays = await db.PatternToCurateAsync(actor, survivor, cancel);
        var goes = await db.PatternToCurateAsync(actor, absorbed, cancel);

        if (stays is null || goes is null)
        {
            return false;
        }

        if (goes.MergedIntoId == stays.Id)
        {
            return true;
        }

        if (stays.IsOfFixes != goes.IsOfFixes)
        {
            throw new RuleBrokenException("pattern/of-fixes", "A repeated fix holds fix steps and a recurring cause holds causes; the two cannot be one.");
        }

        if (stays.State is PatternState.Merged or PatternState.Dismissed)
        {
            throw new RuleBrokenException("pattern/stands-no-more", $"PAT-{survivor} is merged or dismissed itself; merge into a pattern that stands.");
        }

        var now = clock.GetUtcNow();
        goes.MergeInto(stays.Id, now);
        stays.Confirm(actor.UserId, now);
        var ours = await db.PatternMembers.Where(member => member.PatternId == stays.Id).Select(member => member.StatementId).ToListAsync(cancel);
        var theirs = await db.PatternMembers.Where(member => member.PatternId == goes.Id).Select(member => member.StatementId).ToListAsync(cancel);
        await db.PutInAsync(stays, ours, actor.UserId, $"Confirmed when PAT-{absorbed} was merged into this.", now, cancel);
        await db.PutInAsync(stays, theirs, actor.UserId, $"PAT-{absorbed} was merged into PAT-{survivor}.", now, cancel, merge: goes.Id);
        await db.CountAsync(goes, now, cancel);
        await CloseSuggestionsAsync(db, actor, stays.Id, goes.Id, now, cancel);
        await db.CuratedAsync(actor, goes, "pattern/merged", $"PAT-{absorbed} into PAT-{survivor}", now, cancel);
        return true;
    }

    private static async Task CloseSuggestionsAsync(PostmortemsDb db, Actor actor, Guid stays, Guid goes, DateTimeOffset now, CancellationToken cancel)
    {
        var answered = await db.PatternSuggestions
            .Where(waiting => waiting.Answer == null)
            .Where(waiting => waiting.PatternId == goes || (waiting.PatternId == stays && (waiting.OtherId == goes || waiting.Kind == SuggestionKind.NewPattern)))
            .ToListAsync(cancel);

        foreach (var suggestion in answered)
        {
            suggestion.Close(accepted: true, actor.UserId, "", now);
        }
    }
}
