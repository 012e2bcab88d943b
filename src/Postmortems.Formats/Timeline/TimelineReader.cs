using Postmortems.Formats.Blocks;
using Postmortems.Formats.Headings;
using Postmortems.Formats.Times;

namespace Postmortems.Formats.Timeline;

/// <summary>Finds the marks of the timeline: below its headings, else wherever a run of timed items or lines stands.</summary>
internal static class TimelineReader
{
    private const int FewestInARun = 3;

    // Where nothing else stands between them, two times in a row are a story.
    private const int FewestWhenAllAreTimed = 2;

    public static IReadOnlyList<Mark> MarksOf(IReadOnlyList<Part> parts, string[] lines, List<string> warnings)
    {
        var headed = parts.Where(part => part.Kind == Kind.Timeline).ToList();
        var marks = headed.SelectMany(part => TimelineMarks.Of(part, lines)).ToList();

        if (marks.OfType<EventMark>().Any())
        {
            // A label such as "Context" often holds the long story below short key events.
            var stories = parts.Where(part => part is { IsLabel: true, Kind: Kind.Narrative }).SelectMany(part => RunOf(part, lines)).ToList();

            return stories.OfType<EventMark>().Count() >= FewestInARun ? [.. marks, .. stories] : marks;
        }

        var run = parts
            .Where(part => part.Kind is not (Kind.ActionItems or Kind.Supporting or Kind.People))
            .Select(part => RunOf(part, lines))
            .FirstOrDefault(IsStory);

        if (run is not null)
        {
            warnings.Add($"No heading names a timeline; {run.OfType<EventMark>().Count()} entries that begin with a time were taken for one.");
        }

        return run ?? [];
    }

    private static bool IsStory(List<Mark> run)
    {
        var events = run.OfType<EventMark>().ToList();

        return events.Count >= FewestInARun || (events.Count >= FewestWhenAllAreTimed && events.TrueForAll(found => found.Moment?.Clock is not null));
    }

    // Where no heading speaks of a timeline, only what starts with a time of day, or with a day and a dash, is an event.
    private static List<Mark> RunOf(Part part, string[] lines)
    {
        var timed = new Part(part.Kind, part.Level, "", part.Line);

        foreach (var block in part.Blocks.Where(IsRun))
        {
            timed.Add(block, follows: false);
        }

        return timed.Blocks.Count == 0 ? [] : TimelineMarks.Of(timed, lines);
    }

    private static bool IsRun(Block block) => block switch
    {
        ItemList list => list.Items.Count(StartsWithTime) * 5 >= list.Items.Count && list.Items.Any(StartsWithTime),
        Paragraph paragraph => paragraph.Lines.Length > 1 && paragraph.Lines.All(line => MomentScanner.AtStart(line) is { Clock: not null }),
        Table table => TimelineTable.MarksOf(table).OfType<EventMark>().Count(mark => mark.Moment?.Clock is not null) >= FewestInARun,
        Heading heading => MomentScanner.AtStart(heading.Markdown) is { Clock: not null },
        _ => false,
    };

    private static bool StartsWithTime(Item item) => item.Opening is [var line, ..] && MomentScanner.AtStart(line) is { Clock: not null };
}
