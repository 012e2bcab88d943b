using Postmortems.Formats.Blocks;
using Postmortems.Formats.Headings;
using Postmortems.Formats.Source;
using Postmortems.Formats.Timeline;
using Postmortems.Formats.Times;

namespace Postmortems.Formats.Facts;

/// <summary>
/// The day of the incident. The nearer a day stands to the incident, the sooner it is taken: a field for it, the title, the
/// opening words, the timeline; the day of publication comes last.
/// </summary>
/// <param name="Line">From 0; null for the name of the file.</param>
/// <param name="Source">Half a sentence.</param>
internal sealed record DocumentDate(DateOnly Day, int? Line, string Source)
{
    // A day in running text that lies far from publication belongs to some other event.
    private const int MostDaysBeforePublication = 120;
    private const int MostDaysAfterPublication = 2;
    private const int OpeningParagraphs = 4;

    /// <param name="year">Of days that name none, where the document tells no year at all.</param>
    public static DocumentDate? Of(string fileName, Title? title, IReadOnlyList<Part> parts, IReadOnlyList<Fact> facts, IReadOnlyList<Mark> marks, bool? dayFirst, int? year = null)
    {
        var reader = new DayReader(dayFirst, year);
        var published = OfPublication(fileName, facts, reader);

        return OfFact(facts, FactNames.IncidentDate, reader)
            ?? InTitle(title, reader)
            ?? OfText(title?.Text, title?.Line, published, reader, title?.Line is null ? "as the file's name says" : "as the title says")
            ?? OfFact(facts.Where(fact => !fact.IsFrontMatter), FactNames.Date, reader)
            ?? OfFact(facts.Where(fact => !fact.IsFrontMatter), [.. FactNames.Times], reader)
            ?? InTimelineHeading(parts, published, reader)
            ?? InOpening(parts, title?.Part, published, reader)
            ?? InTimeline(marks, published, reader)
            ?? published
            ?? OfAddress(facts);
    }

    private static DocumentDate? OfPublication(string fileName, IReadOnlyList<Fact> facts, DayReader reader)
    {
        var front = OfFact(facts.Where(fact => fact.IsFrontMatter), FactNames.Date, reader);

        return front is not null ? front with { Source = "the date in the front matter" } : OfFileName(fileName);
    }

    private static DocumentDate? OfFact(IEnumerable<Fact> facts, string[] names, DayReader reader) =>
        facts.Where(fact => names.Contains(fact.Name))
            .Select(fact => DayIn(fact.Value, null, reader) is { } day ? new DocumentDate(day, fact.Line, "as its date field says") : null)
            .FirstOrDefault(found => found is not null);

    // A day with its year in the title is the incident's, however long before or after it the file was named.
    private static DocumentDate? InTitle(Title? title, DayReader reader) =>
        title is { Line: { } line } && DateScanner.FirstIn(title.Text) is { } written && Resolve(written, null, reader) is { } day ? new DocumentDate(day, line, "as the title says") : null;

    private static DocumentDate? OfText(string? text, int? line, DocumentDate? published, DayReader reader, string source) =>
        text is not null && DayIn(text, published, reader) is { } day && IsNear(day, published) ? new DocumentDate(day, line, source) : null;

    // A date label between the heading of the timeline and its first event.
    private static DocumentDate? InTimelineHeading(IReadOnlyList<Part> parts, DocumentDate? published, DayReader reader) =>
        parts.Where(part => part.Kind == Kind.Timeline)
            .SelectMany(part => part.Blocks.OfType<Paragraph>().Take(3).Where(paragraph => paragraph.Lines.Length == 1 && paragraph.Lines[0].Length < 60)
                .Select(paragraph => (Text: paragraph.Lines[0], Line: paragraph.First)))
            .Select(found => MomentScanner.AtStart(found.Text) is { Date: { Year: not null }, Clock: null, Rest.Length: 0 } ? OfText(found.Text, found.Line, published, reader, "as the timeline says") : null)
            .FirstOrDefault(found => found is not null);

    private static DocumentDate? InOpening(IReadOnlyList<Part> parts, Part? titled, DocumentDate? published, DayReader reader) =>
        parts.Where(part => part.Kind is Kind.Summary or Kind.Narrative || (part.Kind == Kind.None && part.Level <= 1) || part == parts[0] || part == titled)
            .SelectMany(part => part.Blocks.OfType<Paragraph>())
            .Take(OpeningParagraphs)
            .SelectMany(paragraph => paragraph.Lines.Select((line, i) => (line, At: paragraph.First + i)))
            .Select(found => OfText(PlainText.Of(found.line.Length > 4000 ? found.line[..4000] : found.line), found.At, published, reader, "as the opening says"))
            .FirstOrDefault(found => found is not null);

    private static DocumentDate? InTimeline(IReadOnlyList<Mark> marks, DocumentDate? published, DayReader reader) =>
        marks.Select(mark => (Date: mark is DayMark day ? day.Date : (mark as EventMark)?.Moment?.Date, mark.First))
            .Where(found => found.Date is not null)
            .Select(found => Resolve(found.Date!.Value, published, reader) is { } day && IsNear(day, published) ? new DocumentDate(day, found.First, "the first day of the timeline") : null)
            .FirstOrDefault(found => found is not null);

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

    private static DateOnly? DayIn(string text, DocumentDate? published, DayReader reader)
    {
        for (var from = 0; from < text.Length; from++)
        {
            var isWord = char.IsLetterOrDigit(text[from]) && (from == 0 || !char.IsLetterOrDigit(text[from - 1]));
            var at = from;

            if (isWord && DateScanner.TryTake(text, ref at) is { } date && Resolve(date, published, reader) is { } day && IsNear(day, published))
            {
                return day;
            }
        }

        return null;
    }

    private static DateOnly? Resolve(WrittenDate date, DocumentDate? published, DayReader reader) =>
        new DocumentTimes(published?.Day, "", null, reader.DayFirst) { Year = reader.Year }.Resolve(date);

    private static bool IsNear(DateOnly day, DocumentDate? published) =>
        published is null
        || (day.DayNumber >= published.Day.DayNumber - MostDaysBeforePublication && day.DayNumber <= published.Day.DayNumber + MostDaysAfterPublication);

    private sealed record DayReader(bool? DayFirst, int? Year);
}
