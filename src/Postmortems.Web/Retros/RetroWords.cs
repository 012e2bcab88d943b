using Postmortems.Domain.Patterns;
using Postmortems.Domain.Retros;
using Postmortems.Web.Patterns;
using Postmortems.Web.Patterns.Costs;
using Postmortems.Web.Shell;

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
    public static string Why(RetroCard card, Retro retro) => card.Why switch
    {
        CardReason.CameBack => $"Came back: {Seen(card, retro)}",
        CardReason.VerdictPossible => $"A verdict is possible now; {Seen(card, retro)}",
        CardReason.New when card.SeenInAll > card.SeenInWindow => $"New as a pattern: {Seen(card, retro)}",
        CardReason.New => $"New: {Seen(card, retro)}",
        CardReason.Grown => $"Grown: {Seen(card, retro)}",
        CardReason.Found => $"Found in what is older: seen {WatchWords.Times(card.SeenInAll)} in all, not since {Since(retro)}",
        CardReason.Shipped => $"Shipped; {Seen(card, retro)}",
        CardReason.AddedByHand => $"Added by hand; {Seen(card, retro)}",
        CardReason.Escalated => "Escalated by a retro, and still open",
        CardReason.OverdueAndRecurred => "Overdue, and what it should prevent came again",
        CardReason.DeclinedAndRecurred => "Declined, and what it should have prevented came again",
        _ => "Has waited for long",
    };

    /// <summary>What the cost is made of, and of how many incidents it is not known.</summary>
    public static string CostOf(IReadOnlyCollection<MemberOnCard> members)
    {
        var unknown = members.Count(member => member.Minutes is null);
        return unknown == 0 ? "impact and work by hand"
            : unknown == members.Count ? $"none of its {members.Count} incidents says how long"
            : $"impact and work by hand, at least: {unknown} of {members.Count} do not say how long";
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

    private static string Seen(RetroCard card, Retro retro) =>
        $"seen {(card.SeenInWindow == 0 ? "not once" : WatchWords.Times(card.SeenInWindow))} since {Since(retro)}, {WatchWords.Times(card.SeenInAll)} in all";

    private static string Since(Retro retro) => Times.Date(retro.WindowFrom, retro.Zone);
}
