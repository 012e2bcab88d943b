using Postmortems.Domain.Incidents;
using Postmortems.Domain.Timeline;
using Postmortems.Web.Incidents;
using Postmortems.Web.Shell;

namespace Postmortems.Web.Timeline;

/// <summary>A line of a timeline as it is drawn: an entry, a milestone, or both in one.</summary>
/// <param name="Gap">How long nothing was told before this line, when that is long enough to ask.</param>
/// <param name="NewDay">The date, when the line before has another.</param>
public sealed record TimelineRow(EntryRow? Entry, Milestone? Milestone, TimePoint? At, TimeSpan? Gap, string? NewDay)
{
    public string Title => (Milestone, Entry) switch
    {
        ({ } milestone, null) => Milestones.Say(milestone),
        ({ } milestone, { } entry) => $"{Milestones.Say(milestone)}: {FirstLine(entry.Text)}",
        (_, { } entry) => FirstLine(entry.Text),
        _ => "",
    };

    public string? More => Entry?.Text.IndexOf('\n') is > 0 and var end ? Entry.Text[(end + 1)..].Trim() : null;

    private static string FirstLine(string text) => text.Split('\n', 2)[0].Trim();
}

/// <summary>Puts the milestones of an incident among its entries, notes silences and the days.</summary>
internal static class TimelineRows
{
    /// <summary>Silences shorter than this are part of any incident.</summary>
    private static readonly TimeSpan ShortestGap = TimeSpan.FromMinutes(7);

    /// <summary>Longer ones are nights and days between; nobody forgot them.</summary>
    private static readonly TimeSpan LongestGap = TimeSpan.FromHours(6);

    public static List<TimelineRow> Of(IReadOnlyList<EntryRow> entries, IncidentTimes times, string zone)
    {
        var milestones = times.Known.ToList();
        var rows = new List<(EntryRow? Entry, Milestone? Milestone, TimePoint? At)>();

        foreach (var entry in entries.Where(entry => !entry.IsDeleted))
        {
            var here = milestones.FindIndex(pair => entry.Kind is EntryKind.Milestone && entry.When?.At == pair.At.At);
            rows.Add((entry, here < 0 ? null : milestones[here].Milestone, entry.When));

            if (here >= 0)
            {
                milestones.RemoveAt(here);
            }
        }

        foreach (var (milestone, at) in milestones)
        {
            var place = rows.FindIndex(row => row.At?.At >= at.At);
            rows.Insert(place < 0 ? rows.Count : place, (null, milestone, at));
        }

        return Noted(rows, times, zone);
    }

    private static List<TimelineRow> Noted(List<(EntryRow? Entry, Milestone? Milestone, TimePoint? At)> rows, IncidentTimes times, string zone)
    {
        var noted = new List<TimelineRow>();
        TimePoint? before = null;

        foreach (var (entry, milestone, at) in rows)
        {
            var newDay = at is not null && (before is null || Times.Date(before.At, zone) != Times.Date(at.At, zone)) ? Times.Date(at.At, zone) : null;
            var gap = before is not null && at is not null && IsWithin(before, at, times) ? at.At - before.At : (TimeSpan?)null;

            noted.Add(new TimelineRow(entry, milestone, at, gap >= ShortestGap && gap <= LongestGap ? gap : null, newDay));
            before = at ?? before;
        }

        return noted;
    }

    /// <summary>A silence is worth a question only while it hurt, or somebody worked on it.</summary>
    private static bool IsWithin(TimePoint from, TimePoint to, IncidentTimes times) =>
        from.Precision is not Precision.Day
        && to.Precision is not Precision.Day
        && (times.Impact ?? times.Detected) is { } began
        && from.At >= began.At
        && (times.Resolved is null || to.At <= times.Resolved.At);
}
