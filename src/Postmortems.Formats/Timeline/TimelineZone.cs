using Postmortems.Formats.Blocks;
using Postmortems.Formats.Facts;
using Postmortems.Formats.Headings;
using Postmortems.Formats.Times;

namespace Postmortems.Formats.Timeline;

/// <summary>The zone that holds for the whole timeline, with the line (from 0) that states it.</summary>
internal sealed record TimelineZone(WrittenZone Zone, int? Line)
{
    private const int LongestLine = 2000;

    public static TimelineZone? Of(IReadOnlyList<Part> parts, IReadOnlyList<Mark> marks, string[] lines, List<string> warnings) =>
        InHeadings(parts) ?? InProse(lines) ?? OfTheOthers(marks, warnings);

    /// <summary>A field for the zone, else the zone of the times that fields state.</summary>
    public static TimelineZone? OfFields(IReadOnlyList<Fact> facts, IReadOnlyList<Mark> marks, List<string> warnings)
    {
        if (facts.FirstOrDefault(fact => FactNames.Zone.Contains(fact.Name)) is { } named && ZoneStatement.In(named.Value) is { } zone)
        {
            return new TimelineZone(zone, named.Line);
        }

        var timed = facts.FirstOrDefault(fact => FactNames.Times.Contains(fact.Name) && MomentScanner.AtStart(fact.Value)?.Zone is not null);

        if (timed is null || MomentScanner.AtStart(timed.Value)?.Zone is not { } found)
        {
            return null;
        }

        if (marks.OfType<EventMark>().Any(mark => mark.Moment is { Clock: not null, Zone: null }))
        {
            warnings.Add($"The timeline names no zone; {found.AsWritten}, which the field \"{timed.Name}\" names, was taken.");
        }

        return new TimelineZone(found, timed.Line);
    }

    /// <summary>The only zone that the text names at times of day elsewhere.</summary>
    public static TimelineZone? OfText(IReadOnlyList<Part> parts, IReadOnlyList<Mark> marks, List<string> warnings)
    {
        var timed = marks.OfType<EventMark>().Count(mark => mark.Moment is { Clock: not null, Zone: null });
        var named = timed == 0
            ? []
            : parts.SelectMany(part => part.Blocks.OfType<Paragraph>())
                .SelectMany(paragraph => paragraph.Lines.SelectMany((line, i) => ZonesAtTimes(line).Select(zone => new TimelineZone(zone, paragraph.First + i))))
                .DistinctBy(found => found.Zone.Iana ?? found.Zone.AsWritten)
                .ToList();

        if (named is not [var only])
        {
            return null;
        }

        warnings.Add($"{timed} times in the timeline name no zone; {only.Zone.AsWritten}, the only one that the text names, was taken.");

        return only;
    }

    private static IEnumerable<WrittenZone> ZonesAtTimes(string line)
    {
        for (var i = 0; i < line.Length && line.Length <= LongestLine; i++)
        {
            var at = i;

            if (char.IsAsciiDigit(line[i]) && ClockScanner.TryTake(line, ref at) is not null)
            {
                if (MomentScanner.TakeZone(line, ref at) is { } zone)
                {
                    yield return zone;
                }

                i = at - 1;
            }
        }
    }

    private static TimelineZone? InHeadings(IReadOnlyList<Part> parts) =>
        parts.Where(part => part.Kind == Kind.Timeline)
            .Select(part => ZoneStatement.In(PlainText.Of(part.Heading)) is { } zone ? new TimelineZone(zone, part.Line) : null)
            .FirstOrDefault(found => found is not null);

    private static TimelineZone? InProse(string[] lines)
    {
        for (var i = 0; i < lines.Length; i++)
        {
            if (ZoneStatement.InProse(PlainText.Of(lines[i].Length > LongestLine ? "" : lines[i])) is { } zone)
            {
                return new TimelineZone(zone, i);
            }
        }

        return null;
    }

    // One zone at some events of a timeline is most likely the zone of its other events; it is said, not silently taken.
    private static TimelineZone? OfTheOthers(IReadOnlyList<Mark> marks, List<string> warnings)
    {
        var timed = marks.OfType<EventMark>().Where(mark => mark.Moment?.Clock is not null).ToList();
        var stated = timed.Where(mark => mark.Moment!.Zone is not null).ToList();
        var names = stated.Select(mark => mark.Moment!.Zone!.Iana ?? mark.Moment.Zone.AsWritten).Distinct().ToList();

        if (names.Count != 1)
        {
            return null;
        }

        if (stated.Count < timed.Count)
        {
            warnings.Add($"{timed.Count - stated.Count} times in the timeline name no zone; {stated[0].Moment!.Zone!.AsWritten}, which the others name, was taken.");
        }

        return new TimelineZone(stated[0].Moment!.Zone!, stated[0].First);
    }
}
