using System.Globalization;
using System.Text;
using Postmortems.Domain.Incidents;

namespace Postmortems.Domain.Retros;

/// <summary>The minutes as Markdown: decisions, votes, dissent, what nobody could answer. Owners of promises are named; who voted or said what is not.</summary>
public static class RetroMinutes
{
    public static string Of(RetroView view, DateTimeOffset closed)
    {
        var retro = view.Retro;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"# {Plain(retro.Group)}, retro of {Day(retro.MeetsAt, retro.Zone)}\n\n");
        text.Append(CultureInfo.InvariantCulture, $"Looked at {Day(retro.WindowFrom, retro.Zone)} to {Day(closed, retro.Zone)}. Facilitated by {Plain(view.Facilitator)}{(view.Scribe is null ? "" : $", written down by {Plain(view.Scribe)}")}. {Count(view.Seats, "person", "people")} took part.\n");
        Past(text, view.Past);
        WentWell(text, view);
        Verdicts(text, view);
        Patterns(text, view);
        Items(text, view);
        Wheel(text, view);
        Part(text, "What nobody could answer", retro.Unknowns);
        Quality(text, retro.Quality);
        Pulse(text, view);
        return text.ToString();
    }

    private static void Past(StringBuilder text, PastRetro? past)
    {
        if (past is not { Decisions.Count: > 0 })
        {
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"\n## What RETRO-{past.Number} decided\n\n{past.Executed} of {past.Decisions.Count} decisions are carried out or in force.\n\n");

        foreach (var decision in past.Decisions)
        {
            text.Append(CultureInfo.InvariantCulture, $"- {DecisionSentences.Kind(decision.Decision.Kind)}: {Plain(decision.About)}. {DecisionSentences.State(decision)}\n");
        }
    }

    private static void WentWell(StringBuilder text, RetroView view)
    {
        if (view.GoodCatch is { } caught)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## What went well\n\nINC-{caught.Number}: {Plain(caught.Title)}\n");
        }
    }

    private static void Verdicts(StringBuilder text, RetroView view)
    {
        if (view.Verdicts.Any())
        {
            text.Append("\n## Did it stop?\n");
        }

        foreach (var card in view.Verdicts)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n### PAT-{card.Pattern?.Number}: {Plain(card.Pattern?.Name)}\n\n");
            Decision(text, card);
        }
    }

    private static void Patterns(StringBuilder text, RetroView view)
    {
        foreach (var (card, index) in view.Patterns.Select((card, index) => (card, index)))
        {
            text.Append(index == 0 ? "\n## Patterns\n" : "");
            text.Append(CultureInfo.InvariantCulture, $"\n### PAT-{card.Pattern?.Number}: {Plain(card.Pattern?.Name)}\n\nSeen {Times(card.Card.SeenInAll)} in all, {(card.Card.SeenInWindow == 0 ? "not once" : Times(card.Card.SeenInWindow))} since {Day(view.Retro.WindowFrom, view.Retro.Zone)}.\n\n");
            Votes(text, card);
            Decision(text, card);
        }
    }

    private static void Votes(StringBuilder text, CardView card)
    {
        if (card.Tally is { } tally && card.VotesIn > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"Silent vote ({Count(card.VotesIn, "person", "people")}; low, middle, high): impact {Levels(tally.Impact)}; what we can change {Levels(tally.Change)}; what there is to learn {Levels(tally.Learning)}.\n\n");
        }
    }

    private static void Decision(StringBuilder text, CardView card)
    {
        if (card.Decision is not { } decision)
        {
            text.Append("Nothing was decided.\n");
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"**{DecisionSentences.Kind(decision.Kind)}.** {Plain(DecisionSentences.Of(decision, card.ItemOfDecision))}\n");

        if (decision.Dissent.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\nSeen differently: {Plain(decision.Dissent)}\n");
        }
    }

    private static void Items(StringBuilder text, RetroView view)
    {
        if (view.Items.Any())
        {
            text.Append("\n## Ageing action items\n\n");
        }

        foreach (var card in view.Items)
        {
            var words = card.Decision is { } decision ? $"**{DecisionSentences.Kind(decision.Kind)}.** {Plain(DecisionSentences.Of(decision, card.Item))}" : "Nothing was decided.";
            text.Append(CultureInfo.InvariantCulture, $"- ACT-{card.Item?.Number}: {Plain(card.Item?.Title)}. {words}\n");
        }
    }

    private static void Wheel(StringBuilder text, RetroView view)
    {
        if (view is { Wheel: { } incident, Retro.Wheel: { } draw })
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## The wheel\n\nINC-{incident.Number}: {Plain(incident.Title)} (place {draw.Place} of {draw.Of}, drawn by chance).\n");
            text.Append(view.Retro.WheelDetail.Length > 0 ? $"\nWhat surprised: {Plain(view.Retro.WheelDetail)}\n" : "");
        }
    }

    private static void Quality(StringBuilder text, DataQuality? quality)
    {
        if (quality is not null)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## How far the data can be trusted\n\n- Not reviewed: {quality.Unreviewed} of {Count(quality.Postmortems, "postmortem", "postmortems")}\n- Without a kind of cause: {quality.Untagged} of {Count(quality.Causes, "cause", "causes")}\n- Severity or begin unknown: {quality.Unknown} of {Count(quality.Incidents, "incident", "incidents")}\n");
        }
    }

    private static void Pulse(StringBuilder text, RetroView view)
    {
        text.Append("\n## Pulse\n\n");

        if (view.Pulse is not { } pulse)
        {
            text.Append(view.PulseAnswers == 0 ? "Nobody answered.\n" : "Fewer than three answered, so nothing is shown.\n");
            return;
        }

        text.Append(CultureInfo.InvariantCulture, $"{pulse.Learned} of {pulse.Learned + pulse.NotLearned} learned something.\n");

        foreach (var change in pulse.Changes)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n> {Plain(change)}\n");
        }
    }

    private static void Part(StringBuilder text, string title, string words)
    {
        if (words.Length > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"\n## {title}\n\n{words.ReplaceLineEndings("\n").Trim()}\n");
        }
    }

    private static string Levels(IReadOnlyList<int> counts) => string.Join("/", counts);

    private static string Times(int count) => count == 1 ? "once" : $"{count} times";

    private static string Count(int count, string one, string many) => count == 1 ? $"one {one}" : $"{count} {many}";

    private static string Day(DateTimeOffset at, string zone) => TimeZoneInfo.ConvertTime(at, Zones.Find(zone) ?? TimeZoneInfo.Utc).ToString("d MMMM yyyy", CultureInfo.InvariantCulture);

    /// <summary>On one line, and nothing that Markdown would take for its own.</summary>
    private static string Plain(string? words) => string.Concat((words ?? "").ReplaceLineEndings(" ").Trim().Select(sign => "\\`*_[]<>#|".Contains(sign, StringComparison.Ordinal) ? $"\\{sign}" : $"{sign}"));
}
