using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.ActionItems;

/// <summary>Somebody starts a promise, puts it back, closes, verifies, declines or reopens it.</summary>
public sealed class MoveActionItem(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="words">The evidence when it is closed, the reason when it is declined.</param>
    public async Task<Saved> RunAsync(Actor actor, int number, ActionItemMove move, string words = "", CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.ActionItemToChangeAsync(actor, number, cancel) is not { } item)
        {
            return Saved.NotThere;
        }

        if (WasMoved(item, move, words.Trim()))
        {
            return Saved.Done;
        }

        Move(item, move, actor, words);
        db.AuditLog.Add(new AuditEntry(actor.UserId, VerbOf(move), item.Id, words.Trim(), clock.GetUtcNow()));
        return await db.SaveUnlessChangedAsync(item, db.VersionOf(item), cancel);
    }

    /// <summary>A button that was pressed twice has done its work the first time.</summary>
    private static bool WasMoved(ActionItem item, ActionItemMove move, string words) => move switch
    {
        ActionItemMove.Start => item.State is ActionItemState.InProgress,
        ActionItemMove.PutBack or ActionItemMove.Reopen => item.State is ActionItemState.Open,
        ActionItemMove.Close => item.Closure?.Evidence == words,
        ActionItemMove.Verify => item.Verification is not null,
        _ => item.Decline?.Reason == words,
    };

    private void Move(ActionItem item, ActionItemMove move, Actor actor, string words)
    {
        switch (move)
        {
            case ActionItemMove.Start:
                item.Start(clock.GetUtcNow());
                break;
            case ActionItemMove.PutBack:
                item.PutBack();
                break;
            case ActionItemMove.Close:
                item.Close(actor.UserId, words, clock.GetUtcNow());
                break;
            case ActionItemMove.Verify:
                item.Verify(actor.UserId, clock.GetUtcNow());
                break;
            case ActionItemMove.Decline:
                item.DeclineWith(actor.UserId, words, clock.GetUtcNow());
                break;
            default:
                item.Reopen();
                break;
        }
    }

    private static string VerbOf(ActionItemMove move) => move switch
    {
        ActionItemMove.Start => "action-item/started",
        ActionItemMove.PutBack => "action-item/put-back",
        ActionItemMove.Close => "action-item/closed",
        ActionItemMove.Verify => "action-item/verified",
        ActionItemMove.Decline => "action-item/declined",
        _ => "action-item/reopened",
    };
}

public enum ActionItemMove
{
    Start,
    PutBack,
    Close,
    Verify,
    Decline,
    Reopen,
}
