using Postmortems.Domain.Patterns;
using Postmortems.Domain.Retros;
using Postmortems.Web.Patterns;
using Postmortems.Web.Patterns.Costs;

namespace Postmortems.Web.Retros;

/// <summary>Retros in words.</summary>
internal static class RetroWords
{
    public static string Of(Cadence cadence) => cadence switch
    {
        Cadence.Weekly => "Weekly, 20 minutes",
        Cadence.Quarterly => "Quarterly, 60 minutes",
        _ => "Monthly, 45 minutes",
    };

    public static (string Icon, string? Tone, string Words) Of(RetroState state) => state switch
    {
        RetroState.BeingPrepared => ("early", null, "Being prepared"),
        RetroState.PackBuilt => ("doc", null, "Pack is ready to read"),
        RetroState.Running => ("eyeon", "accent", "Running"),
        _ => ("check", null, "Closed"),
    };

    public static string Of(RetroStep step) => step switch
    {
        RetroStep.Opening => "Opening",
        RetroStep.WentWell => "What went well",
        RetroStep.Verdicts => "Did it stop?",
        RetroStep.Patterns => "Patterns",
        RetroStep.Ageing => "Ageing items",
        RetroStep.Wheel => "The wheel",
        _ => "Pulse",
    };

    /// <summary>Why a card is in the pack.</summary>
    public static string Why(RetroCard card) => card.Why switch
    {
        CardReason.CameBack => $"Came back: {Seen(card)}",
        CardReason.VerdictPossible => $"A verdict is possible now; {Seen(card)}",
        CardReason.New when card.SeenInAll > card.SeenInWindow => $"New as a pattern: {Seen(card)}",
        CardReason.New => $"New: {Seen(card)}",
        CardReason.Grown => $"Grown: {Seen(card)}",
        CardReason.Shipped => $"Shipped; {Seen(card)}",
        CardReason.AddedByHand => $"Added by hand; {Seen(card)}",
        CardReason.Escalated => "Escalated by a retro, and still open",
        CardReason.OverdueAndRecurred => "Overdue, and what it should prevent came again",
        CardReason.DeclinedAndRecurred => "Declined, and what it should have prevented came again",
        _ => "Has waited for long",
    };

    /// <summary>Of how many incidents the cost is known.</summary>
    public static string CostOf(IReadOnlyCollection<MemberOnCard> members)
    {
        var unknown = members.Count(member => member.Minutes is null);
        return $"impact and work by hand{(unknown == 0 ? "" : $"; at least, {unknown} of {members.Count} do not say how long")}";
    }

    /// <summary>
    /// Between which sums the impact of the time to come lies if it comes as often as it did: the range of the rate times the mean of
    /// those that are known. Nothing from fewer than three.
    /// </summary>
    public static (string Sum, string How)? CostToCome(PatternOnCard pattern)
    {
        List<double> known = [.. pattern.Members.Select(member => member.Minutes).OfType<double>()];

        if (known.Count < 3 || pattern.Automation?.ShippedAt is not null)
        {
            return null;
        }

        var (mean, rate) = (known.Average(), pattern.History.Rate);
        var time = rate.Days switch { RateRange.Year => "a year", RateRange.Month => "30 days", _ => WatchWords.Days(TimeSpan.FromDays(rate.Days)) };
        return ($"{CostWords.Minutes(rate.Low * mean)} to {CostWords.Minutes(rate.High * mean)}", $"of impact in {time}, at the mean of {CostWords.Minutes(mean)}");
    }

    public static string Icon(DecisionKind kind) => kind switch
    {
        DecisionKind.Fix => "wrench",
        DecisionKind.Automate => "auto",
        DecisionKind.Investigate => "search",
        DecisionKind.Watch => "eye",
        DecisionKind.Accept or DecisionKind.Keep or DecisionKind.Do => "check",
        DecisionKind.Curate => "link",
        DecisionKind.Adjust or DecisionKind.Rescope => "pencil",
        DecisionKind.Escalate => "flag",
        _ => "close",
    };

    public static (string Icon, string? Tone) Of(DecisionState state) => state switch
    {
        DecisionState.Done => ("check", "good"),
        DecisionState.InForce => ("holding", null),
        DecisionState.LookAgain => ("bell", "care"),
        DecisionState.Dropped => ("close", null),
        _ => ("early", null),
    };

    private static string Seen(RetroCard card) => $"seen {WatchWords.Times(card.SeenInWindow)} since the last retro, {WatchWords.Times(card.SeenInAll)} in all";
}
