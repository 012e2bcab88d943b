using Postmortems.Domain.Incidents;
using Postmortems.Domain.Timeline;

namespace Postmortems.Domain.Ops.Demo.Stories;

/// <summary>Nobody has written about this one yet.</summary>
internal static class DoubledReceipts
{
    public static Story Story { get; } = new(
        "Receipts were sent twice for refunded orders",
        Severity.Sev3,
        DaysAgo: 1,
        [Cast.Checkout, Cast.Delivery],
        "About 640 people whose concert was cancelled received their refund receipt twice. Money was refunded once.",
        new("09:14", "09:40", "09:42", "10:05", "10:30"))
    {
        Windows = [new("09:14", "10:05", "Second receipts went out for about 640 orders.")],
        Timeline =
        [
            new("09:14", EntryKind.Event, "The refunds of a cancelled concert start."),
            new("~09:20", EntryKind.Signal, "The refund worker restarts in the middle of a batch.") { Basis = Basis.Inferred, Evidence = "Orchestrator events" },
            new("09:40", EntryKind.Message, "Support: is the refund made twice? Finance says no, once.") { Basis = Basis.Reported },
            new("09:42", EntryKind.Milestone, "On-call for Orders takes it."),
            StoryEntry.ByHand("10:05", "Paused the refund worker.", "pause-automation", 3, FixEffect.StoppedImpact),
            new("10:30", EntryKind.Milestone, "The rest of the batch ran with receipts sent by hand."),
        ],
    };
}
