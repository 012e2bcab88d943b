using System.Text;
using Postmortems.Domain.Timeline;
using Postmortems.Domain.Writing.Live;

namespace Postmortems.Domain.Writing.Drafts;

/// <summary>A timeline as a table to be shortened while writing; a long or empty one as a live block.</summary>
internal static class DraftTimeline
{
    private const int LongestTable = 40;

    public static string Of(KnownFacts incident, bool nameIt)
    {
        if (incident.Entries.Count is 0 or > LongestTable)
        {
            return LiveBlock.Lines(LiveBlock.Timeline);
        }

        var table = new StringBuilder();

        if (nameIt)
        {
            table.Append("INC-").Append(incident.Number).Append(": ").Append(Draft.OneLine(incident.Title)).Append("\n\n");
        }

        table.Append("| Time (").Append(incident.Zone).Append(") | What happened |\n| --- | --- |");

        foreach (var entry in incident.Entries)
        {
            table.Append("\n| ").Append(When(entry, incident.Zone)).Append(" | ").Append(Cell(entry)).Append(" |");
        }

        return table.ToString();
    }

    private static string When(TimelineEntry entry, string zone) =>
        entry.When is { } point ? WrittenTime.Clock(point, zone) : Escaped(entry.AsWritten ?? "not known");

    private static string Cell(TimelineEntry entry) =>
        Escaped(entry.Text) + (entry.Basis == Basis.Inferred ? " (inferred)" : "");

    private static string Escaped(string text) => Draft.OneLine(text).Replace("|", "\\|", StringComparison.Ordinal);
}
