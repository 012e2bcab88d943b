using Postmortems.Formats.Blocks;
using Postmortems.Formats.Headings;
using Postmortems.Formats.Times;

namespace Postmortems.Formats.Timeline;

/// <summary>Collects days and events from headings, items, rows and lines, in the order of the text.</summary>
internal sealed class TimelineMarks
{
    private readonly RawText lines;
    private readonly List<Mark> marks = [];

    // The event that a heading opened owns all that follows; one that a paragraph opened only what stands before the next.
    private EventMark? heading;
    private EventMark? paragraph;
    private readonly List<Block> waiting = [];

    private TimelineMarks(RawText lines) => this.lines = lines;

    public static List<Mark> Of(Part part, string[] lines)
    {
        var found = new TimelineMarks(new RawText(lines));

        if (DateScanner.FirstIn(PlainText.Of(part.Heading), needsYear: false) is { } day)
        {
            found.marks.Add(new DayMark(day, part.Line));
        }

        foreach (var block in part.Blocks)
        {
            found.Take(block);
        }

        return SettledMarks.Of(found.marks);
    }

    private void Take(Block block)
    {
        switch (block)
        {
            case Heading found:
                TakeHeading(found);
                break;
            case Paragraph found:
                TakeParagraph(found);
                break;
            case ItemList found:
                TakeList(found);
                break;
            case Table found:
                heading = paragraph = null;
                marks.AddRange(TimelineTable.MarksOf(found));
                break;
            case Verbatim:
                AppendOrWait(block);
                break;
        }
    }

    private void TakeHeading(Heading found)
    {
        heading = paragraph = null;

        if (MomentScanner.AtStart(found.Markdown) is not { } moment)
        {
            if (DateScanner.FirstIn(PlainText.Of(found.Markdown), needsYear: false) is { } day)
            {
                marks.Add(new DayMark(day, found.First));
            }

            return;
        }

        if (moment is { Clock: null, Date: { } date })
        {
            marks.Add(new DayMark(date, found.First));
        }

        heading = new EventMark(moment, found.First);
        heading.Append(moment.Rest, found.Last);
        marks.Add(heading);
    }

    private void TakeParagraph(Paragraph found)
    {
        if (MomentScanner.AtStart(found.Lines[0]) is not { } first)
        {
            AppendOrWait(found);
            return;
        }

        if (first is { Clock: null, Date: { } date } && found.Lines.Length == 1 && SaysNothingElse(first.Rest))
        {
            heading = paragraph = null;
            marks.Add(new DayMark(date, found.First));
            return;
        }

        FlushWaiting();

        for (var i = 0; i < found.Lines.Length; i++)
        {
            if (MomentScanner.AtStart(found.Lines[i]) is { } moment && (i == 0 || moment.Clock is not null || first.Clock is null))
            {
                paragraph = new EventMark(moment, found.First + i);
                paragraph.Append(moment.Rest, found.First + i);
                marks.Add(paragraph);
            }
            else
            {
                paragraph!.Append(found.Lines[i], found.First + i);
            }
        }

        heading = null;
    }

    // "9 March 2026 (all times UTC)" states a day and a zone, and no event.
    private static bool SaysNothingElse(string rest) =>
        rest.Length == 0 || (rest.Length < 60 && ZoneStatement.InProse(PlainText.Of(rest)) is not null);

    private void AppendOrWait(Block block)
    {
        if (heading is not null)
        {
            heading.Append(lines.Of(block), block.Last);
        }
        else if (paragraph is not null)
        {
            waiting.Add(block);
        }
    }

    private void FlushWaiting()
    {
        foreach (var block in waiting)
        {
            paragraph?.Append(lines.Of(block), block.Last);
        }

        waiting.Clear();
    }

    private void TakeList(ItemList list)
    {
        if (heading is not null && !ListMarks.IsTimed(list))
        {
            heading.Append(lines.Of(list), list.Last);
            return;
        }

        if (paragraph is not null && !ListMarks.IsTimed(list))
        {
            waiting.Add(list);
            return;
        }

        waiting.Clear();
        paragraph = null;
        heading = null;

        marks.AddRange(ListMarks.Of(list, lines));
    }
}
