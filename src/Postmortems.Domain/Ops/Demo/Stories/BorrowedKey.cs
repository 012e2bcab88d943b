using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Timeline;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Ops.Demo.Stories;

internal static class BorrowedKey
{
    public static Story Story { get; } = new(
        "Ticket downloads failed now and then for most of a day",
        Severity.Sev2,
        DaysAgo: 196,
        [Cast.Delivery],
        "The download endpoint answered 500 to about one request in six for seven hours. An IAM policy of the data platform limited which roles may decrypt with a key that the ticket bucket uses. Nobody in the room owned the key or knew that it was there.",
        new("09:12", "10:05", "10:09", "16:18", "16:41"))
    {
        Windows = [new("09:12", "16:18", "About one download in six failed; a second or third try usually worked.")],
        Timeline =
        [
            new("-1 17:45", EntryKind.Change, "The data platform narrows the policy of its encryption key to the roles on its list.") { Basis = Basis.Inferred, Evidence = "Audit trail of the cloud account, found at 15:50" },
            new("09:12", EntryKind.Signal, "First 500 of the download endpoint. Its error rate settles at 16 %.") { Evidence = "Access log" },
            new("10:05", EntryKind.Message, "Support: people reload three times and then it works.") { Basis = Basis.Reported },
            new("10:09", EntryKind.Milestone, "On-call for Delivery takes it."),
            new("~10:40", EntryKind.Hypothesis, "One bad instance: each is drained in turn. The share of errors stays the same."),
            StoryEntry.ByHand("11:20", "Rolled the release of the morning back. No change.", "rollback-code", 25, FixEffect.None),
            new("12h", EntryKind.Hypothesis, "The storage provider throttles us. Their support sees nothing.") { Basis = Basis.Reported },
            StoryEntry.ByHand("13:35", "Restarted every instance. Errors stopped for eleven minutes while credentials were fresh.", "restart", 15, FixEffect.Partial),
            new("14:50", EntryKind.Signal, "All failing tickets were written by one of the six writers, the one moved last week. Its objects carry another key.") { Evidence = "Table of object metadata, made by hand" },
            new("15:40", EntryKind.Message, "From New York, a colleague of the data platform remembers the change of the evening before.") { Basis = Basis.Reported, Zone = "America/New_York" },
            new("15:50", EntryKind.Signal, "The audit trail shows AccessDenied on kms:Decrypt for the role of ticket-delivery.") { Evidence = "Audit trail of the cloud account" },
            StoryEntry.ByHand("16:18", "The data platform added the role of ticket-delivery to the key policy.", "fix-permission", 12, FixEffect.StoppedImpact),
            new("16:41", EntryKind.Milestone, "No 500 for twenty minutes."),
        ],
        Postmortem = new("A key that nobody in the room owned", "howie", "borrowed-key", null, PostmortemState.Published)
        {
            Causes =
            [
                new("policy", "An IAM policy limited decryption to a list of roles on which ticket-delivery did not stand.", "missing-permission-or-lockout", CauseRole.Trigger, Confidence.Established, "The change was reviewed and right for everything that the data platform knew of.", "15:50", "-1 17:45"),
                new("owner", "The encryption key belonged to the data platform, and no inventory said that ticket-delivery depends on it.", "ownership-boundary", CauseRole.MadePossible, Confidence.Established, "A writer had been moved to a bucket with that key a week before, by copying a module.", "14:50"),
                new("retry", "One in six looked like chance: retries worked and every single component was healthy.", "misleading-view", CauseRole.Hid, Confidence.Established, "", "10:05", "~10:40"),
                new("trail", "The audit trail with the denied calls lies in an account that Delivery may not read.", "response-tool-unavailable", CauseRole.SlowedRecovery, Confidence.Established, "Five hours passed before somebody with access was asked.", "15:50"),
            ],
            ActionItems =
            [
                new("Delivery may read the audit trail of the shared account", ActionItemType.Detect, Priority.P1, null, -175, "On-call runs the saved query for denied calls.", "trail") { Outcome = new(ActionItemState.Verified, 160, "Used in the drill of the month after; four minutes to the denied call.") },
                new("Every key and bucket names its users in its tags, checked in the pipeline", ActionItemType.Prevent, Priority.P2, Cast.Jonas, -41, "A plan that adds a user without a tag fails.", "owner") { Outcome = new(ActionItemState.InProgress, 30) },
                new("Show the error rate by writer and by key on the download dashboard", ActionItemType.Detect, Priority.P2, Cast.Ines, 18, "The drill's failing key stands out within a minute.", "retry"),
            ],
        },
    };
}
