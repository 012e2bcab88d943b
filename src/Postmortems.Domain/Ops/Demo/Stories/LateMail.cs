using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Timeline;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Ops.Demo.Stories;

internal static class LateMail
{
    public static Story Story { get; } = new(
        "Ticket mails arrived up to three hours late",
        Severity.Sev3,
        DaysAgo: 61,
        [Cast.Delivery],
        "A festival's tickets were sent at 30 mails a minute. The limit protects a test mailbox in staging and had come to production with the settings of a new sender.",
        new("10:00", "11:25", "11:31", "12:20", "13:05"))
    {
        Windows = [new("10:00", "13:05", "About 5,400 ticket mails up to three hours late. Tickets were in the account from the start.")],
        Timeline =
        [
            new("-9 day", EntryKind.Change, "The new sender goes live with settings made from the file of staging.") { Basis = Basis.Inferred, Evidence = "History of the settings" },
            new("10:00", EntryKind.Event, "A festival releases 6,000 tickets at once."),
            new("11:25", EntryKind.Message, "Support asks why buyers wait for their mail.") { Basis = Basis.Reported },
            new("11:31", EntryKind.Milestone, "On-call for Delivery takes it."),
            new("11:50", EntryKind.Signal, "The queue holds 3,900 mails, and exactly 30 leave each minute.") { Evidence = "Dashboard “Mail”" },
            StoryEntry.ByHand("12:20", "Raised the rate limit to 600 a minute.", "raise-limit", 10, FixEffect.StoppedImpact),
            new("13:05", EntryKind.Milestone, "The queue is empty."),
        ],
        Postmortem = new("Thirty mails a minute", "google-sre", "late-mail", Cast.Ines, PostmortemState.InReview)
        {
            Causes =
            [
                new("copied", "The rate limit of the mail sender in production was copied from the settings of staging, where the limit is thirty a minute.", "env-difference", CauseRole.MadePossible, Confidence.Established, "Nothing in the file says which values belong to the environment.", "-9 day", "11:50"),
                new("age", "We alert on the length of the mail queue, not on the age of its oldest mail.", "threshold-or-static-rule", CauseRole.Hid, Confidence.Established, "3,900 is a usual length on a release day.", "11:50"),
            ],
            ActionItems =
            [
                new("Alert on the age of the oldest ticket mail", ActionItemType.Detect, Priority.P1, Cast.Ines, -3, "A mail held for ten minutes in the drill pages Delivery.", "age") { Outcome = new(ActionItemState.InProgress, 12) },
                new("Compare production's limits with staging's in the pipeline and ask when they are equal", ActionItemType.Automate, Priority.P1, Cast.Jonas, 24, "The settings of this incident would have been asked about.", "copied"),
            ],
        },
    };
}
