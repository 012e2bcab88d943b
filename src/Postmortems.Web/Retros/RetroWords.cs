using Postmortems.Domain.Retros;
using Postmortems.Web.Patterns;

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
        CardReason.OverdueAndRecurred => "Overdue, and what it should prevent came again",
        CardReason.DeclinedAndRecurred => "Declined, and what it should have prevented came again",
        _ => "Has waited for long",
    };

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
