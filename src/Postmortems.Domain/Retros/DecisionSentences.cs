using System.Globalization;
using Postmortems.Domain.ActionItems;

namespace Postmortems.Domain.Retros;

/// <summary>Decisions in words, on pages and in the minutes alike.</summary>
public static class DecisionSentences
{
    public static string Kind(DecisionKind kind) => kind switch
    {
        DecisionKind.Curate => "Not one pattern",
        DecisionKind.Rescope => "Re-scope",
        _ => kind.ToString(),
    };

    /// <summary>All that was said, without the kind.</summary>
    public static string Of(RetroDecision decision, ItemOnCard? item) => string.Join(" ", Parts(decision, item).Where(part => part.Length > 0));

    /// <summary>"Done: ACT-12."</summary>
    public static string State(PastDecision past) => (past.State, past.Decision.Kind, past.Item) switch
    {
        (DecisionState.Done, _, { } item) => $"Done: ACT-{item.Number}.",
        (DecisionState.Done, _, _) => "Done.",
        (DecisionState.Dropped, _, { } item) => $"Declined: ACT-{item.Number}.",
        (DecisionState.Dropped, _, _) => "The plan was taken back.",
        (DecisionState.InForce, DecisionKind.Watch, _) => $"Watched: seen {Times(past.SeenSince)} since, looked at again after {past.Decision.More}.",
        (DecisionState.InForce, DecisionKind.Accept, _) => $"Accepted until {Day(past.Decision.Until)}; seen {Times(past.SeenSince)} since.",
        (DecisionState.InForce, _, _) => "In force.",
        (DecisionState.LookAgain, DecisionKind.Watch, _) => $"Seen {Times(past.SeenSince)} since: look at it again.",
        (DecisionState.LookAgain, _, _) => $"Accepted only until {Day(past.Decision.Until)}: decide again.",
        (_, DecisionKind.Automate, _) => "Planned, not shipped.",
        (_, _, { Due: { } due } item) => $"Open: ACT-{item.Number}, due {Day(due)}.",
        (_, _, { } item) => $"Open: ACT-{item.Number}, without a date.",
        _ => "Open.",
    };

    private static IEnumerable<string> Parts(RetroDecision decision, ItemOnCard? item)
    {
        yield return Sentence(decision.Words);
        yield return decision.More is { } more ? $"Looked at again when it is seen {Times(more)} more." : "";
        yield return decision.Kind is DecisionKind.Accept && decision.Until is { } until ? $"Until {Day(until)}." : "";
        yield return item is null ? "" : $"ACT-{item.Number}: {item.Title}{Promised(item)}.";
    }

    private static string Promised(ItemOnCard item) =>
        item.State is ActionItemState.Declined ? "" : string.Concat(item.Owner is null ? "" : $", {item.Owner}", item.Due is { } due ? $", due {Day(due)}" : "");

    private static string Sentence(string words) => words.Length == 0 || words[^1] is '.' or '!' or '?' ? words : $"{words}.";

    private static string Times(int count) => count == 1 ? "once" : $"{count} times";

    private static string Day(DateOnly? day) => day?.ToString("d MMM yyyy", CultureInfo.InvariantCulture) ?? "";
}
