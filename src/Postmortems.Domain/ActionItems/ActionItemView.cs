using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.ActionItems;

/// <summary>The lists that people keep coming back to.</summary>
public enum ActionItemView
{
    Open,
    Mine,
    Overdue,
    Unowned,
    ToVerify,
    Closed,
}

internal static class ViewedActionItems
{
    public static bool IsSettled(this ActionItemView view) => view is ActionItemView.ToVerify or ActionItemView.Closed;

    public static IQueryable<ActionItem> Within(this IQueryable<ActionItem> items, ActionItemView view, Actor actor, DateOnly today) => view switch
    {
        ActionItemView.Mine => items.Open().Where(item => item.OwnerId == actor.UserId),
        ActionItemView.Overdue => items.Open().Where(item => item.Due < today),
        ActionItemView.Unowned => items.Open().Where(item => item.OwnerId == null),
        ActionItemView.ToVerify => items.Where(item => item.SettledAt != null).ToVerify(),
        ActionItemView.Closed => items.Where(item => item.SettledAt != null && (item.Verification != null || item.Decline != null || item.SettledAt == Unstated.Time)),
        _ => items.Open(),
    };

    /// <summary>What was done before the product heard of it waits for nobody, though somebody may still verify it.</summary>
    public static IQueryable<ActionItem> ToVerify(this IQueryable<ActionItem> settled) =>
        settled.Where(item => item.Closure != null && item.Verification == null && item.Decline == null && item.SettledAt > Unstated.Time);

    /// <summary>Spelled like the filter of the index that answers it.</summary>
    public static IQueryable<ActionItem> Open(this IQueryable<ActionItem> items) => items.Where(item => item.SettledAt == null);
}
