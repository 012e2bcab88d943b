using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Timeline;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Ops.Demo.Stories;

internal static class NightlySettlement
{
    public static Story Story { get; } = new(
        "Checkout down while the settlement report ran",
        Severity.Sev1,
        DaysAgo: 240,
        [Cast.Checkout, Cast.Delivery],
        "The settlement report of the month's last night ran into the morning, took the connections that orders need, and the shop sold nothing for 47 minutes.",
        new("07:58", "08:03", "08:05", "08:45", "08:56"))
    {
        Windows =
        [
            new("07:58", "08:45", "No order could be completed."),
            new("08:45", "08:56", "Orders went through; tickets followed up to eleven minutes late."),
        ],
        Timeline =
        [
            new("-1 23:30", EntryKind.Change, "The settlement report starts. It usually takes ninety minutes; this month has five times the rows.") { Evidence = "Scheduler log" },
            new("07:58", EntryKind.Signal, "Orders per minute fall to zero.") { Evidence = "Dashboard “Sales”" },
            new("08:03", EntryKind.Signal, "Page: 80 % of the connection pool in use."),
            new("08:05", EntryKind.Milestone, "On-call for Orders takes it and calls a second pair of hands."),
            StoryEntry.ByHand("08:12", "Restarted checkout. The pool filled again within a minute.", "restart", 5, FixEffect.None),
            new("08:20", EntryKind.Hypothesis, "Slow payments again, as four months ago. The provider answers in 0.3 s, so no."),
            new("08:31", EntryKind.Signal, "Sixty-one connections run the same settlement query.") { Evidence = "pg_stat_activity" },
            new("08:36", EntryKind.Decision, "End the report, although finance waits for it. Finance agrees on the phone.") { Basis = Basis.Reported },
            StoryEntry.ByHand("08:45", "Ended the report and its sixty-one queries.", "kill-job", 9, FixEffect.StoppedImpact),
            StoryEntry.ByAutomation("08:56", "The ticket queue drained after delivery added two instances.", "scale-up", FixActor.Automation, FixEffect.Partial),
        ],
        Postmortem = new("The report that wanted every connection", "atlassian", "nightly-settlement", Cast.Noor, PostmortemState.Published)
        {
            Causes =
            [
                new("pool", "The database connection pool of checkout was exhausted by the settlement report, while every order waited.", "finite-pool-exhausted", CauseRole.MadePossible, Confidence.Established, "One pool for people who buy and for jobs that can wait.", "08:31", "08:03"),
                new("parallel", "The report opens one query per event, with no bound on how many run together.", "hard-limit-constant", CauseRole.Amplified, Confidence.Established, "Twelve events a month when it was written, sixty-one now.", "08:31"),
                new("plans", "The query plan changed when the month's rows outgrew its statistics.", "undetermined", CauseRole.Trigger, Confidence.Tentative, "Likely, and not shown: the plan of that night was not kept.", "-1 23:30"),
            ],
            ActionItems =
            [
                new("Give reports their own pool of ten connections", ActionItemType.Prevent, Priority.P0, Cast.Noor, -230, "A report with a hundred queries leaves orders untouched.", "pool") { Outcome = new(ActionItemState.Verified, 215, "Month end passed with ten connections in use by the report.") },
                new("Keep the plans of statements that run longer than a minute", ActionItemType.Investigate, Priority.P2, Cast.Jonas, -12, "The plan of a slow statement can be read the next morning.", "plans"),
            ],
        },
    };
}
