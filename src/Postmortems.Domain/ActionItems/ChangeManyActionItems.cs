using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.ActionItems;

/// <summary>Somebody hands over, moves or declines several open action items at once: all of them or, when a rule says no, none.</summary>
public sealed class ChangeManyActionItems(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    public const int Most = 200;

    /// <returns>How many were changed; those that were closed or deleted meanwhile are left alone.</returns>
    public async Task<int> RunAsync(Actor actor, IReadOnlyCollection<int> numbers, ChangeOfMany change, CancellationToken cancel = default)
    {
        actor.MustEdit();

        if (numbers.Count > Most)
        {
            throw new RuleBrokenException("action-item/too-many", $"Change up to {Most} action items at once.");
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        await PeopleToOwn.MustBeAmongThemAsync(db, (change as ChangeOfMany.Owner)?.Id, cancel);
        var items = await db.ActionItemsOf(actor).Open().Where(item => numbers.Contains(item.Number)).ToListAsync(cancel);

        foreach (var item in items)
        {
            db.AuditLog.Add(new AuditEntry(actor.UserId, Apply(change, item, actor), item.Id, item.Title, clock.GetUtcNow()));
        }

        await db.SaveChangesAsync(cancel);
        return items.Count;
    }

    private string Apply(ChangeOfMany change, ActionItem item, Actor actor)
    {
        switch (change)
        {
            case ChangeOfMany.Owner(var owner):
                item.GiveTo(owner, item.Due);
                return "action-item/changed";
            case ChangeOfMany.Due(var due):
                item.GiveTo(item.OwnerId, due);
                return "action-item/changed";
            case ChangeOfMany.Decline(var reason):
                item.DeclineWith(actor.UserId, reason, clock.GetUtcNow());
                return "action-item/declined";
            default:
                throw new ArgumentOutOfRangeException(nameof(change));
        }
    }
}

/// <summary>One thing that is changed about several action items.</summary>
public abstract record ChangeOfMany
{
    private ChangeOfMany()
    {
    }

    /// <summary>Null gives them to nobody yet.</summary>
    public sealed record Owner(Guid? Id) : ChangeOfMany;

    /// <summary>Null leaves them without a date.</summary>
    public sealed record Due(DateOnly? Day) : ChangeOfMany;

    public sealed record Decline(string Reason) : ChangeOfMany;
}
