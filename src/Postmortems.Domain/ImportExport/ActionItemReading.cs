using Postmortems.Domain.ActionItems;

namespace Postmortems.Domain.ImportExport;

/// <summary>What documents call types, priorities and states of action items.</summary>
internal static class ActionItemReading
{
    public static ActionItemType Type(string? written) => First(written) switch
    {
        "investigate" or "research" or "analysis" => ActionItemType.Investigate,
        "contain" or "mitigate" or "mitigation" or "mitigative" => ActionItemType.Contain,
        "repair" or "fix" or "bug" or "correct" or "corrective" => ActionItemType.Repair,
        "detect" or "detection" or "monitoring" or "alerting" => ActionItemType.Detect,
        "limit" => ActionItemType.Limit,
        "automate" or "automation" => ActionItemType.Automate,
        "learn" or "process" or "documentation" or "docs" or "training" or "other" => ActionItemType.Learn,
        _ => ActionItemType.Prevent,
    };

    public static Priority Priority(string? written) => First(written) switch
    {
        "p0" or "0" or "urgent" or "critical" or "highest" => ActionItems.Priority.P0,
        "p1" or "1" or "high" => ActionItems.Priority.P1,
        "p3" or "p4" or "3" or "4" or "low" or "lowest" => ActionItems.Priority.P3,
        _ => ActionItems.Priority.P2,
    };

    /// <summary>Documents say how an item stands, not since when.</summary>
    public static void Settle(ActionItem item, string? status, string? outcome, Guid by)
    {
        switch (status)
        {
            case "done":
                item.Close(by, Said(outcome) ?? "Marked as done in the imported document.", Unstated.Time);
                break;
            case "verified":
                item.Close(by, Said(outcome) ?? "Marked as done in the imported document.", Unstated.Time);
                item.Verify(by, Unstated.Time);
                break;
            case "wont-do":
                item.DeclineWith(by, Said(outcome) ?? "Marked as not to be done in the imported document.", Unstated.Time);
                break;
            case "in-progress":
                item.Start(Unstated.Time);
                break;
        }
    }

    private static string? Said(string? outcome) => string.IsNullOrWhiteSpace(outcome) ? null : outcome;

    private static string First(string? written) => (written ?? "").Trim().ToLowerInvariant().Split([' ', ',', '/', '('], 2)[0];
}
