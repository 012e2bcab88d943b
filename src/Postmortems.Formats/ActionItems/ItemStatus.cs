using Postmortems.Formats.Headings;

namespace Postmortems.Formats.ActionItems;

/// <summary>The four states of an action item, by the words people use for them.</summary>
internal static class ItemStatus
{
    public const string Open = "open";
    public const string InProgress = "in-progress";
    public const string Done = "done";
    public const string WontDo = "wont-do";

    private static readonly Dictionary<string, string> Words = new()
    {
        ["done"] = Done, ["completed"] = Done, ["complete"] = Done, ["closed"] = Done, ["fixed"] = Done, ["resolved"] = Done, ["finished"] = Done, ["merged"] = Done, ["shipped"] = Done, ["yes"] = Done,
        ["erledigt"] = Done, ["abgeschlossen"] = Done, ["fait"] = Done, ["termine"] = Done, ["hecho"] = Done, ["completado"] = Done, ["feito"] = Done, ["concluido"] = Done, ["fatto"] = Done, ["klaar"] = Done, ["完了"] = Done, ["已完成"] = Done,
        ["open"] = Open, ["unresolved"] = Open, ["todo"] = Open, ["to do"] = Open, ["not started"] = Open, ["pending"] = Open, ["new"] = Open, ["planned"] = Open, ["backlog"] = Open, ["no"] = Open, ["offen"] = Open, ["a faire"] = Open, ["pendiente"] = Open, ["pendente"] = Open,
        ["in progress"] = InProgress, ["ongoing"] = InProgress, ["started"] = InProgress, ["wip"] = InProgress, ["doing"] = InProgress, ["work in progress"] = InProgress, ["in review"] = InProgress, ["in arbeit"] = InProgress, ["en cours"] = InProgress, ["en curso"] = InProgress, ["em andamento"] = InProgress,
        ["wont do"] = WontDo, ["won t do"] = WontDo, ["wontfix"] = WontDo, ["won t fix"] = WontDo, ["declined"] = WontDo, ["cancelled"] = WontDo, ["canceled"] = WontDo, ["dropped"] = WontDo, ["rejected"] = WontDo, ["obsolete"] = WontDo,
    };

    public static string? Of(string words)
    {
        if (words.Length > 40)
        {
            return null;
        }

        if (words.AsSpan().IndexOfAny('✅', '✔', '☑') >= 0)
        {
            return Done;
        }

        var folded = HeadingWords.Fold(words);

        return Words.TryGetValue(folded, out var status) ? status : folded.StartsWith("done ", StringComparison.Ordinal) || folded.StartsWith("completed ", StringComparison.Ordinal) ? Done : null;
    }

    /// <summary>"Immediate actions (completed)".</summary>
    public static string? InBrackets(string text)
    {
        var open = text.LastIndexOf('(');
        var close = open < 0 ? -1 : text.IndexOf(')', open);

        return close > open ? Of(text[(open + 1)..close]) : null;
    }
}
