using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Timeline;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Ops.Demo.Stories;

internal static class UnsignedPasses
{
    public static Story Story { get; } = new(
        "Wallet passes could not be made",
        Severity.Sev3,
        DaysAgo: 281,
        [Cast.Delivery],
        "From a morning until early afternoon no wallet pass could be signed. Tickets as PDF went out as always, so few people noticed.",
        new("~08:00", "12:40", "12:44", "13:32", "14:10"))
    {
        Windows = [new("~08:00", "13:32", "About 3,100 buyers got a PDF and no wallet pass.")],
        Timeline =
        [
            new("~08:00", EntryKind.Event, "The pass signing certificate expires. Signing fails and the mail goes out without the pass.") { Basis = Basis.Inferred, Evidence = "First “signature” error in the logs" },
            new("10h", EntryKind.Message, "The box office of a theatre mentions missing passes in an e-mail about something else.") { Basis = Basis.Reported },
            new("12:40", EntryKind.Signal, "Support counts the sixth question about wallet passes and asks in the channel.") { Basis = Basis.Reported },
            new("12:44", EntryKind.Milestone, "On-call for Delivery takes it."),
            new("12:58", EntryKind.Signal, "The signing library answers “certificate has expired”.") { Evidence = "Log query “pass signing”" },
            new("13:05", EntryKind.Event, "Nobody in the channel can sign in to the developer account that issues these certificates."),
            StoryEntry.ByHand("13:32", "Issued a new signing certificate with the account of the office manager and deployed it.", "renew-secret", 34, FixEffect.StoppedImpact),
            StoryEntry.ByHand("14:10", "Sent 3,114 passes again from the log of the morning.", "re-run", 25, FixEffect.Partial),
        ],
        Postmortem = new("Passes without a signature", "plain", "unsigned-passes", Cast.Ines, PostmortemState.Published)
        {
            Causes =
            [
                new("expiry", "The signing certificate for wallet passes expired; its expiry date stood in a calendar that nobody watched.", "certificate-or-key-expiry", CauseRole.Trigger, Confidence.Established, "The reminder went to the mailbox of a team that had been merged into another.", "~08:00", "12:58"),
                new("swallowed", "Delivery treats a pass that cannot be signed as optional and sends the mail without it.", "error-handling", CauseRole.Hid, Confidence.Established, "Right for one broken pass, quiet for all of them.", "~08:00"),
                new("account", "The developer account that issues passes had a single holder.", "single-holder-knowledge", CauseRole.SlowedRecovery, Confidence.Established, "", "13:05"),
            ],
            ActionItems =
            [
                new("Two more people can sign in to the developer account", ActionItemType.Prevent, Priority.P1, Cast.Ines, -270, "Both have signed in once.", "account") { Outcome = new(ActionItemState.Done, 272, "Both signed in and saw the certificates page.") },
                new("Count orders without a pass, alert above 2 %", ActionItemType.Detect, Priority.P2, Cast.Ines, -240, "A certificate withdrawn in staging raises the alert.", "swallowed") { Outcome = new(ActionItemState.Verified, 225, "Drill in staging: alert after four minutes.") },
            ],
        },
    };
}
