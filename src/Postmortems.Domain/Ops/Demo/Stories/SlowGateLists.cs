using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Timeline;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Ops.Demo.Stories;

internal static class SlowGateLists
{
    public static Story Story { get; } = new(
        "Gate lists loaded slowly at doors",
        Severity.Sev2,
        DaysAgo: 24,
        [Cast.Gates],
        "Forty venues opened within five minutes and every gate loaded its list. Requests queued for a database connection, and scanning took up to nine seconds a guest.",
        new("18:30", "18:34", "18:36", "19:02", "19:10"))
    {
        Windows = [new("18:30", "19:02", "Up to nine seconds for each scan in forty venues.")],
        Timeline =
        [
            new("18:30", EntryKind.Event, "Doors in forty venues within five minutes; each gate loads its whole list."),
            new("18:34", EntryKind.Signal, "Page: scans slower than three seconds."),
            new("18:36", EntryKind.Milestone, "On-call for Venues takes it."),
            StoryEntry.ByHand("18:44", "Restarted gate-scan. Gates loaded their lists again, and it grew worse.", "restart", 4, FixEffect.MadeWorse),
            new("18:49", EntryKind.Signal, "Twenty of twenty connections in use, 300 requests waiting.") { Evidence = "Metrics of the pool" },
            StoryEntry.ByHand("19:02", "Raised the pool of gate-scan from 20 to 80 connections.", "raise-limit", 7, FixEffect.StoppedImpact),
            new("19:10", EntryKind.Milestone, "Scans under half a second."),
        ],
        Postmortem = new("Forty doors and twenty connections", "plain", "slow-gate-lists", null, PostmortemState.Draft)
        {
            Causes =
            [
                new("pool", "The database connection pool of gate-scan was exhausted while every gate waited for its list.", "finite-pool-exhausted", CauseRole.MadePossible, Confidence.Established, "Twenty connections for forty venues.", "18:49"),
                new("twenty", "The limit of twenty in production was copied from the settings of staging when gate-scan moved to its own account.", "env-difference", CauseRole.MadePossible, Confidence.Likely, "Staging has the same number and a comment that explains it.", "18:49"),
                new("whole", "Gates load the whole list at start instead of what changed.", "retry-or-feedback-loop", CauseRole.Amplified, Confidence.Established, "A restart makes all of them start again.", "18:44"),
            ],
            ActionItems =
            [
                new("Spread the loading of gate lists over the half hour before doors", ActionItemType.Limit, Priority.P1, null, 9, "A forty-venue evening in the load test stays under half the pool.", "pool", "whole") { Outcome = new(ActionItemState.InProgress, 6) },
                new("Size every connection pool from venues times gates, and write down how", ActionItemType.Prevent, Priority.P1, Cast.Noor, 30, "The table stands beside the settings, with staging and production apart.", "pool", "twenty"),
            ],
        },
    };
}
