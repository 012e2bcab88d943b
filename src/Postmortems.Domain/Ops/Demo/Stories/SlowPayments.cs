using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Timeline;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Ops.Demo.Stories;

internal static class SlowPayments
{
    public static Story Story { get; } = new(
        "Orders timed out while the payment provider answered slowly",
        Severity.Sev2,
        DaysAgo: 352,
        [Cast.Checkout],
        "For 38 minutes about four in ten orders ended in a timeout. The payment provider was slow, not down; checkout held a database connection for every order that waited for it.",
        new("18:52", "19:01", "19:04", "19:24", "19:30"))
    {
        Windows = [new("18:52", "19:30", "About four in ten orders timed out; baskets were kept.")],
        Timeline =
        [
            new("18:50:00", EntryKind.Event, "Sale of a stadium tour opens. 1,900 baskets a minute, as forecast.") { Evidence = "Sales calendar" },
            new("18:52", EntryKind.Signal, "Answers of the payment provider go from 0.4 s to 11 s.") { Evidence = "Dashboard “Payment provider”, p95" },
            new("19:01", EntryKind.Signal, "Page: error rate of checkout above 5 %."),
            new("19:04", EntryKind.Milestone, "On-call for Orders takes it."),
            new("~19:10", EntryKind.Hypothesis, "The sale is larger than forecast and the web tier is short of capacity. Baskets per minute say otherwise.") { Basis = Basis.Reported },
            new("19:13", EntryKind.Signal, "All 100 connections of the pool are in use, and most of them are idle in transaction.") { Evidence = "pg_stat_activity, copied into the channel" },
            StoryEntry.ByHand("19:16", "Restarted the checkout instances one by one. Errors fell for two minutes and came back.", "restart", 6, FixEffect.Partial),
            StoryEntry.ByHand("19:24", "Set the payment timeout from 30 s to 3 s. Connections came free at once.", "fix-config", 8, FixEffect.StoppedImpact),
            new("19:30", EntryKind.Milestone, "Error rate below 0.5 % for five minutes."),
        ],
        Postmortem = new("Slow payments took the database with them", "google-sre", "slow-payments", Cast.Noor, PostmortemState.Published)
        {
            Causes =
            [
                new("pool", "The database connection pool of checkout was exhausted while every order waited for the payment provider.", "finite-pool-exhausted", CauseRole.MadePossible, Confidence.Established, "A connection was taken at the start of an order and given back at its end, with the payment call in between.", "19:13"),
                new("slow", "The payment provider answered slowly for half an hour during its own maintenance.", "third-party-outage", CauseRole.Trigger, Confidence.Established, "Their status page named it the next morning.", "18:52"),
                new("average", "The dashboard showed the mean order time, which hid the slow four in ten behind the fast six.", "misleading-view", CauseRole.Hid, Confidence.Likely, "", "~19:10"),
            ],
            ActionItems =
            [
                new("Take the database connection after the payment call", ActionItemType.Prevent, Priority.P1, Cast.Noor, -310, "An order that waits for a payment holds no connection; a test with a slow provider shows it.", "pool") { Outcome = new(ActionItemState.Verified, 290, "Load test with an 11 s provider: 14 of 100 connections in use.") },
                new("Alert when 80 % of the connection pool is in use for a minute", ActionItemType.Detect, Priority.P1, Cast.Jonas, -320, "The alert pages Orders in a drill.", "pool") { Outcome = new(ActionItemState.Done, 318, "Alert “orders pool”, drilled with a held connection.") },
                new("Second payment provider on stand-by", ActionItemType.Limit, Priority.P3, null, -260, "A sale can go on while the first provider is away.", "slow") { Outcome = new(ActionItemState.Declined, 262, "Costs more in fees each month than this incident did. We look again when a second one takes more than an hour of sales.") },
            ],
        },
    };
}
