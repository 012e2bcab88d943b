using Postmortems.Formats.ActionItems;
using Postmortems.Formats.Blocks;
using Postmortems.Formats.Causes;
using Postmortems.Formats.Facts;
using Postmortems.Formats.Headings;
using Postmortems.Formats.Source;
using Postmortems.Formats.Timeline;
using Postmortems.Formats.Times;
using Postmortems.Formats.Written;

namespace Postmortems.Formats;

/// <summary>Reads a postmortem written elsewhere into fields. Any text gives a result; what is doubtful is a warning.</summary>
public static class DocumentReader
{
    private const int MostWarnings = 50;

    // A leap year, in which every day exists.
    private const int AnyYear = 2024;

    /// <param name="fileName">Tells the format by its ending, and the title or day where the text states none.</param>
    /// <param name="year">Of days that name none, where the document tells no year at all; null keeps them as they are written.</param>
    public static ReadDocument Read(string fileName, string text, int? year = null)
    {
        var warnings = new List<string>();

        return OwnFile.Read(text, warnings) is { } own ? own with { File = fileName } : ReadText(fileName, text, warnings, year);
    }

    /// <summary>Whether the text says to be a file that <see cref="DocumentWriter"/> wrote.</summary>
    public static bool IsOwn(string text) => OwnFile.SaysSo(text);

    /// <summary>What the words tell, whether or not they say to be a file of this product.</summary>
    internal static ReadDocument ReadText(string fileName, string text) => ReadText(fileName, text, [], year: null);

    private static ReadDocument ReadText(string fileName, string text, List<string> warnings, int? year)
    {
        var source = ParsedSource.Of(fileName, text, warnings);
        var parts = Outline.Of(source.Blocks);
        var headed = Title.Of(parts, source.Front);
        var facts = Fact.Of(parts, headed?.Part, source.Front);
        var title = headed ?? Title.OfField(facts) ?? Title.OfFile(fileName);

        var marks = TimelineReader.MarksOf(parts, source.Lines, warnings);
        var zone = TimelineZone.Of(parts, marks, source.Lines, warnings) ?? TimelineZone.OfFields(facts, marks, warnings) ?? TimelineZone.OfText(parts, marks, warnings);
        var dayFirst = DayOrder.Of(source.Lines, zone?.Zone);
        var stated = DocumentDate.Of(fileName, title, parts, facts, marks, dayFirst);
        var lacksYear = stated is null && DocumentDate.Of(fileName, title, parts, facts, marks, dayFirst, AnyYear) is not null;
        var date = lacksYear && year is not null ? DocumentDate.Of(fileName, title, parts, facts, marks, dayFirst, year) : stated;
        var times = new DocumentTimes(date?.Day, date?.Source ?? "", zone?.Zone, dayFirst) { Year = year };
        var timeline = new DayWalk(times, warnings).Of(marks, source.Span);

        var people = People.Of(parts, facts);
        var services = Services.Of(parts, facts);
        var severity = facts.FirstOrDefault(fact => FactNames.Severity.Contains(fact.Name) && fact.Value.Length <= 40);
        var sections = SectionsOf(parts, source, title, warnings);

        return new ReadDocument
        {
            File = fileName,
            Format = source.Format,
            Title = title?.Text,
            Date = date?.Day,
            Severity = severity?.Value,
            LacksYear = lacksYear,
            Zone = zone?.Zone.Iana,
            People = people,
            Services = services,
            Times = IncidentTimes.Of(facts, timeline, times, warnings),
            Sections = sections.ToDictionary(section => section.Key, section => section.Value.Text),
            Timeline = timeline,
            Causes = CauseReader.Of(parts, source.Span),
            ActionItems = ActionItemReader.Of(parts, source.Span),
            Body = source.Body,
            Sources = Sources.Of(source, title, date, severity, zone, sections),
            Unread = [.. parts.Where(part => part.Kind == Kind.None && part.Heading.Length > 0 && part != title?.Part)
                .Select(part => new UnreadPart(part.Heading, source.Span(part.Line, part.Last)))],
            Warnings = Settle(warnings, title, date, zone, lacksYear),
        };
    }

    // Many documents open with their summary and give it no heading.
    private static Dictionary<string, (string Text, int First, int Last)> SectionsOf(IReadOnlyList<Part> parts, ParsedSource source, Title? title, List<string> warnings)
    {
        var sections = SectionTexts.Of(parts, source.Lines);
        var opening = parts[0].Without(Fact.IsAll) is { Blocks.Count: > 0 } above ? above : title?.Part ?? parts[0];

        if (parts.Count == 1 && parts[0].Blocks is [Paragraph first, ..] && !Placeholder.Is(first.Markdown))
        {
            warnings.Add("The document has no headings; its first paragraph was taken as the summary.");
            sections[SectionKeys.Summary] = (first.Markdown, first.First, first.Last);
        }
        else if (!sections.ContainsKey(SectionKeys.Summary) && parts.Count > 1 && opening.Without(Fact.IsAll) is { Blocks.Count: > 0 } words)
        {
            warnings.Add("No heading names a summary; the text before the first heading was taken.");
            sections[SectionKeys.Summary] = (words.Markdown(source.Lines), words.Blocks[0].First, words.Last);
        }

        return sections;
    }

    private static List<string> Settle(List<string> warnings, Title? title, DocumentDate? date, TimelineZone? zone, bool lacksYear)
    {
        if (title?.Line is null)
        {
            warnings.Add(title is null ? "The document has no title." : "The document has no title; the name of the file was taken.");
        }

        if (date is { Doubt: { } doubt })
        {
            warnings.Add(doubt);
        }

        if (date is null)
        {
            warnings.Add(lacksYear ? "The document states days without a year; they were kept as they are written." : "The document states no day.");
        }

        if (zone?.Zone is { HasOthers: true } doubtful)
        {
            warnings.Add($"{doubtful.AsWritten} names several zones; {doubtful.Iana} was taken.");
        }

        return warnings.Count <= MostWarnings ? warnings : [.. warnings.Take(MostWarnings), $"{warnings.Count - MostWarnings} more warnings were left out."];
    }
}
