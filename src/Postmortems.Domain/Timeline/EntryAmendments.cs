using System.Globalization;
using Postmortems.Domain.Reviews;
using Postmortems.Domain.Writing.Drafts;

namespace Postmortems.Domain.Timeline;

/// <summary>What becomes of entries, in words for readers who rely on the timeline.</summary>
internal static class EntryAmendments
{
    private const int LongestText = 240;
    private const int MostTold = 20;

    public static Task AmendPublishedTimelineAsync(this PostmortemsDb db, Guid incident, string changes, Guid by, DateTimeOffset at, CancellationToken cancel) =>
        db.AmendPublishedAboutAsync(incident, "The timeline is told anew.", changes, by, at, cancel);

    public static string Added(IReadOnlyList<TimelineEntry> entries)
    {
        var rest = entries.Count > MostTold ? $"; and {entries.Count - MostTold} more" : "";
        return $"Added: {string.Join("; ", entries.Take(MostTold).Select(Say))}{rest}";
    }

    public static string Changed(string before, TimelineEntry after) =>
        Say(after) is var now && now == before ? $"Told more exactly: {now}" : $"Was {before}, is now {now}";

    /// <summary>"17 Nov 2026, 14:28 CET, “restarted the pods” (restart or recycle, helped in part)"</summary>
    public static string Say(TimelineEntry entry)
    {
        var when = entry.When is { } point ? WrittenTime.Of(point, entry.Zone) : entry.AsWritten ?? "at a time not known";
        var fix = entry.Fix is { } step ? $" ({Kind(step)}{Minutes(step)}{Effect(step)})" : "";
        return $"{when}, “{Shortened.To(Draft.OneLine(entry.Text), LongestText)}”{fix}";
    }

    private static string Kind(FixStep step) => (FixKind.All.FirstOrDefault(kind => kind.Code == step.Kind)?.Label ?? step.Kind).ToLowerInvariant();

    private static string Minutes(FixStep step) => step.Minutes is { } minutes ? $", {minutes.ToString(CultureInfo.InvariantCulture)} min" : "";

    private static string Effect(FixStep step) => step.Effect switch
    {
        FixEffect.None => ", no effect",
        FixEffect.Partial => ", helped in part",
        FixEffect.StoppedImpact => ", stopped the impact",
        FixEffect.MadeWorse => ", made it worse",
        _ => "",
    };
}
