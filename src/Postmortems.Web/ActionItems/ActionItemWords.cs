using Postmortems.Domain.ActionItems;

namespace Postmortems.Web.ActionItems;

/// <summary>How we call the types, priorities and views of action items.</summary>
public static class ActionItemWords
{
    public static readonly IReadOnlyList<(ActionItemType Type, string Question)> Types =
    [
        (ActionItemType.Prevent, "close this path, or make it unlikely"),
        (ActionItemType.Detect, "see it sooner"),
        (ActionItemType.Limit, "make it smaller or shorter"),
        (ActionItemType.Automate, "let a repeated step by hand disappear"),
        (ActionItemType.Repair, "mend the damage that remains"),
        (ActionItemType.Contain, "what must stay in place until the fix"),
        (ActionItemType.Investigate, "find out what is still unknown, and decide"),
        (ActionItemType.Learn, "runbook, drill, sharing"),
    ];

    public static readonly IReadOnlyList<(Priority Priority, string Words)> Priorities =
    [
        (Priority.P0, "before the next change there, 7 days"),
        (Priority.P1, "within 30 days"),
        (Priority.P2, "within 90 days"),
        (Priority.P3, "when there is an occasion"),
    ];

    public static string Of(ActionItemView view) => view switch
    {
        ActionItemView.Mine => "Mine",
        ActionItemView.Overdue => "Overdue",
        ActionItemView.Unowned => "Unowned",
        ActionItemView.ToVerify => "To verify",
        ActionItemView.Closed => "Closed",
        _ => "All open",
    };

    public static string Of(ActionItemState state) => state switch
    {
        ActionItemState.InProgress => "In progress",
        ActionItemState.Done => "Done, to verify",
        ActionItemState.Verified => "Verified",
        ActionItemState.Declined => "Declined",
        _ => "Open",
    };

    public static string Causes(int count) => count switch
    {
        0 => "",
        1 => "one cause",
        2 => "two causes",
        3 => "three causes",
        _ => $"{count} causes",
    };
}
