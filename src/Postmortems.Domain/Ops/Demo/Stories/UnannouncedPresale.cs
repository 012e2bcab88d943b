using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Timeline;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Ops.Demo.Stories;

internal static class UnannouncedPresale
{
    public static Story Story { get; } = new(
        "A promoter's presale met a maximum of six instances",
        Severity.Sev1,
        DaysAgo: 96,
        [Cast.Checkout],
        "A promoter sent a presale code to 400,000 fans without telling us. Autoscaling stopped at six instances, a maximum set two months earlier to save money in staging that had reached production with the module they share. Three in four buyers saw an error for 52 minutes.",
        new("12:00:20", "12:03", "12:06", "12:52", "13:15"))
    {
        Windows =
        [
            new("12:00:20", "12:52", "Three in four buyers saw an error page."),
            new("12:52", "13:15", "Slow, up to eight seconds for each page."),
        ],
        Timeline =
        [
            new("-61 day", EntryKind.Change, "To save money in staging, the autoscaling maximum goes from 40 to 6 in the module that staging and production share.") { Basis = Basis.Inferred, Evidence = "History of the module" },
            new("12:00:00", EntryKind.Event, "The promoter's newsletter with the presale code reaches 400,000 fans. Nobody here knows of it.") { Basis = Basis.Reported, Evidence = "Told by the promoter the next day" },
            new("12:00:20", EntryKind.Signal, "Requests go from 90 to 4,100 a second."),
            StoryEntry.ByAutomation("12:02", "Autoscaling went from three instances to six and stopped there.", "scale-up", FixActor.Automation, FixEffect.Partial),
            new("12:03", EntryKind.Signal, "Page: error rate of checkout above 5 %."),
            new("12:06", EntryKind.Milestone, "On-call for Orders takes it."),
            new("~12:15", EntryKind.Hypothesis, "An attack: most requests carry the same code. Its name turns up on the promoter's page."),
            StoryEntry.ByHand("12:24", "Switched recommendations and seat previews off.", "degrade-feature", 6, FixEffect.Partial),
            new("12:38", EntryKind.Signal, "Desired count 6, maximum 6. The dashboard had shown “healthy” because all six were.") { Evidence = "Autoscaling activity" },
            StoryEntry.ByHand("12:47", "Raised the autoscaling maximum of checkout to 40 by hand.", "raise-limit", 9, FixEffect.StoppedImpact),
            new("12:52", EntryKind.Milestone, "Twenty-eight instances run; errors below 1 %."),
            new("13:05", EntryKind.Message, "The cloud provider's support, which writes in UTC: no quota of the account was reached.") { Basis = Basis.Reported, Zone = "Etc/UTC" },
            new("13:15", EntryKind.Milestone, "Pages answer in under a second."),
        ],
        Postmortem = new("Six was meant for staging", "aws-coe", "unannounced-presale", null, PostmortemState.Published)
        {
            Causes =
            [
                new("copied", "The autoscaling maximum of production was the limit chosen for staging, because both read it from one shared module.", "env-difference", CauseRole.MadePossible, Confidence.Established, "The plan showed one changed number among 140 lines, and its title said staging.", "-61 day", "12:38"),
                new("surge", "A promoter announced a presale to 400,000 fans and we learned of it from the traffic.", "demand-surge", CauseRole.Trigger, Confidence.Established, "The contract asks for notice of sales, and a newsletter is not called a sale there.", "12:00:00", "12:00:20"),
                new("healthy", "The dashboard counts healthy instances and not how far they are from their maximum.", "misleading-view", CauseRole.Hid, Confidence.Established, "", "12:38"),
            ],
            ActionItems =
            [
                new("Split the shared module: staging and production state their own limits", ActionItemType.Prevent, Priority.P0, null, -80, "A change for staging cannot appear in production's plan.", "copied") { Outcome = new(ActionItemState.Done, 78, "Two modules; the plan of production names the maximum in its title line.") },
                new("Alert when autoscaling has stood at its maximum for three minutes", ActionItemType.Detect, Priority.P1, Cast.Jonas, -66, "Drill: maximum set to the current count pages Orders.", "healthy") { Outcome = new(ActionItemState.Verified, 50, "Drill paged after three minutes.") },
                new("Ask promoters for newsletters as well as sales, with a form that feeds the calendar", ActionItemType.Limit, Priority.P2, null, -9, "Two promoters have used the form.", "surge"),
            ],
        },
    };
}
