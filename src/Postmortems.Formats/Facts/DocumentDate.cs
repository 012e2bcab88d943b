using System.Globalization;
using Postmortems.Formats.Blocks;
using Postmortems.Formats.Headings;
using Postmortems.Formats.Source;
using Postmortems.Formats.Timeline;
using Postmortems.Formats.Times;

namespace Postmortems.Formats.Facts;

/// <summary>
/// The day of the incident. The nearer a day stands to the incident, the sooner it is taken: a field for it, the title, the
/// opening words, the timeline; the day of publication comes last, unless the timeline tells of it and not of the other.
/// </summary>
/// <param name="Line">From 0; null for the name of the file.</param>
/// <param name="Source">Half a sentence.</param>
internal sealed record DocumentDate(DateOnly Day, int? Line, string Source)
{
    /// <summary>A sentence when the title states another day than was taken.</summary>
    public string? Doubt { get; private init; }

    private const int OpeningParagraphs = 4;
    private const int LongestLine = 4000;

    /// <param name="year">Of days that name none, where the document tells no year at all.</param>
    public static DocumentDate? Of(string fileName, Title? title, IReadOnlyList<Part> parts, IReadOnlyList<Fact> facts, IReadOnlyList<Mark> marks, bool? dayFirst, int? year = null)
    {
        var anyDay = new DayFinder(dayFirst, year);
        var published = OfPublication(fileName, facts, anyDay);
        var days = anyDay with { Published = published?.Day };
        var told = DaysOf(marks, days);
        var confirmed = published is not null && IsAmong(published.Day, told) ? published : null;

        var titled = InTitle(title, anyDay);

        return OfFact(facts, FactNames.IncidentDate, anyDay)
            ?? Unless(confirmed, titled, told)
            ?? Unless(confirmed, OfText(title?.Text, title?.Line, days, title?.Line is null ? "as the file's name says" : "as the title says"), told)
            ?? OfFact(facts.Where(fact => !fact.IsFrontMatter), FactNames.Date, anyDay)
            ?? OfFact(facts.Where(fact => !fact.IsFrontMatter), [.. FactNames.Times], anyDay)
            ?? Unless(confirmed, InTimelineHeading(parts, days), [])
            ?? Unless(confirmed, InOpening(parts, title?.Part, days), told)
            ?? Against(titled, confirmed)
            ?? (told.Count > 0 ? told[0] : null)
            ?? published
            ?? OfAddress(facts);
    }

    // The last of several days may well be the one on which it was written down.
    private static bool IsAmong(DateOnly day, List<DocumentDate> told) =>
        told.Exists(one => one.Day == day) && (told[^1].Day != day || told[0].Day == day);

    // A title may be copied from the document before, and an opening tell of other days.
    private static DocumentDate? Unless(DocumentDate? confirmed, DocumentDate? stated, List<DocumentDate> told) =>
        confirmed is not null && told.TrueForAll(day => day.Day != stated?.Day) ? null : stated;

    private static DocumentDate? Against(DocumentDate? titled, DocumentDate? confirmed) =>
        titled is null || confirmed is null
            ? confirmed
            : confirmed with { Doubt = string.Create(CultureInfo.InvariantCulture, $"The title states {titled.Day:yyyy-MM-dd}, of which the timeline does not tell; {confirmed.Day:yyyy-MM-dd} was taken, {confirmed.Source}.") };

    private static DocumentDate? OfPublication(string fileName, IReadOnlyList<Fact> facts, DayFinder days)
    {
        var front = OfFact(facts.Where(fact => fact.IsFrontMatter), FactNames.Date, days);

        return front is not null ? front with { Source = "the date in the front matter" } : OfFileName(fileName);
    }

    private static DocumentDate? OfFact(IEnumerable<Fact> facts, string[] names, DayFinder days) =>
        facts.Where(fact => names.Contains(fact.Name))
            .Select(fact => days.First(fact.Value) is { } day ? new DocumentDate(day, fact.Line, "as its date field says") : null)
            .FirstOrDefault(found => found is not null);

    // A day with its year in the title is the incident's, however long before or after it the file was named.
    private static DocumentDate? InTitle(Title? title, DayFinder days) =>
        title is { Line: { } line } && DateScanner.FirstIn(title.Text) is { } written && days.Resolve(written) is { } day ? new DocumentDate(day, line, "as the title says") : null;

    private static DocumentDate? OfText(string? text, int? line, DayFinder days, string source) =>
        text is not null && days.First(text) is { } day ? new DocumentDate(day, line, source) : null;

    // A date label between the heading of the timeline and its first event.
    private static DocumentDate? InTimelineHeading(IReadOnlyList<Part> parts, DayFinder days) =>
        parts.Where(part => part.Kind == Kind.Timeline)
            .SelectMany(part => part.Blocks.OfType<Paragraph>().Take(3).Where(paragraph => paragraph.Lines.Length == 1 && paragraph.Lines[0].Length < 60)
                .Select(paragraph => (Text: paragraph.Lines[0], Line: paragraph.First)))
            .Select(found => MomentScanner.AtStart(found.Text) is { Date: { Year: not null }, Clock: null, Rest.Length: 0 } ? OfText(found.Text, found.Line, days, "as the timeline says") : null)
            .FirstOrDefault(found => found is not null);

    private static DocumentDate? InOpening(IReadOnlyList<Part> parts, Part? titled, DayFinder days) =>
        parts.Where(part => part.Kind is Kind.Summary or Kind.Narrative || (part.Kind == Kind.None && part.Level <= 1) || part == parts[0] || part == titled)
            .SelectMany(part => part.Blocks.OfType<Paragraph>())
            .Take(OpeningParagraphs)
            .SelectMany(paragraph => paragraph.Lines.Select((line, i) => (Text: PlainText.Of(line.Length > LongestLine ? line[..LongestLine] : line), At: paragraph.First + i)))
            .Select(line => days.FirstOfProse(line.Text) is { } day ? new DocumentDate(day, line.At, "as the opening says") : null)
            .FirstOrDefault(found => found is not null);

    private static List<DocumentDate> DaysOf(IReadOnlyList<Mark> marks, DayFinder days) =>
        [.. marks.Select(mark => (Date: mark is DayMark day ? day.Date : (mark as EventMark)?.Moment?.Date, mark.First))
            .Select(found => found.Date is { } written && days.Resolve(written) is { } day && days.IsNear(day, DayFinder.MostDaysOfAStory) ? new DocumentDate(day, found.First, "the first day of the timeline") : null)
            .OfType<DocumentDate>()];

    // path = "2025/04/11/queue-stopped": where the page stands on its site.
    private static DocumentDate? OfAddress(IReadOnlyList<Fact> facts) =>
        facts.Where(fact => fact.IsFrontMatter && FactNames.Address.Contains(fact.Name))
            .Select(fact => DateScanner.FirstIn(fact.Value.TrimStart('/'))?.In(null) is { } day ? new DocumentDate(day, fact.Line, "the date in its address on the site") : null)
            .FirstOrDefault(found => found is not null);

    private static DocumentDate? OfFileName(string fileName)
    {
        var name = fileName.Replace('_', ' ');
        var slash = name.LastIndexOfAny(['/', '\\']);
        var date = DateScanner.FirstIn(name[(slash + 1)..]) ?? DateScanner.FirstIn(name);

        return date?.In(null) is { } day ? new DocumentDate(day, null, "the date in the file's name") : null;
    }
}
