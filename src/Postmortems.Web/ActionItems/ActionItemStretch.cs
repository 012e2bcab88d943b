using Postmortems.Domain.ActionItems;

namespace Postmortems.Web.ActionItems;

/// <summary>Rows under one heading: "Overdue", "Due in two weeks", "Later", "No date yet". Without a heading they are just rows.</summary>
public sealed record ActionItemStretch(string Heading, IReadOnlyList<ActionItemRow> Rows)
{
    public static IReadOnlyList<ActionItemStretch> ByDue(IEnumerable<ActionItemRow> rows, DateOnly today) =>
        [.. rows.GroupBy(row => row.IsOpen ? Due.Stretch(row.Due, today) : "Settled").Select(stretch => new ActionItemStretch(stretch.Key, [.. stretch]))];
}
