using Postmortems.Formats.Blocks;
using Postmortems.Formats.Headings;
using Postmortems.Formats.Times;

namespace Postmortems.Formats.Timeline;

/// <summary>Collects days and events from headings, items, rows and lines, in the order of the text.</summary>
internal sealed class TimelineMarks
{
    private readonly string[] lines;
    private readonly List<Mark> marks = [];

    // The event that a heading opened owns all that follows; one that a paragraph opened only what stands before the next.
    private EventMark? heading;
    private EventMark? paragraph;
    private readonly List<Block> waiting = [];

    private TimelineMarks(string[] lines) => this.lines = lines;

    public static List<Mark> Of(Part part, string[] lines)
    {
        var found = new TimelineMarks(lines);

        if (DateScanner.FirstIn(PlainText.Of(part.Heading), needsYear: false) is { } day)
        {
            found.marks.Add(new DayMark(day, part.Line));
        }

        foreach (var block in part.Blocks)
        {
            found.Take(block);
        }

        return found.Settled();
    }

    private List<Mark> Settled()
    {
        var kept = marks.Where((mark, i) => mark is not EventMark { Text.Length: 0, Moment: { Clock: null, IsUnknown: false } }).ToList();
        var isTimed = kept.Any(mark => mark is EventMark { Moment: not null });
        EventMark? last = null;
        var settled = new List<Mark>();

        foreach (var mark in kept)
        {
            // An item without a time among timed ones tells more of the one above it.
            if (isTimed && mark is EventMark { Moment: null, StandsAlone: false } more && last is not null)
            {
                last.Append("- " + more.Text, more.Last);
                continue;
            }

            if (mark is EventMark { Text.Length: 0, Moment: null })
            {
                continue;
            }

            settled.Add(mark);
            last = mark as EventMark ?? last;
        }

        return settled;
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
            heading.Append(Raw(block), block.Last);
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
            paragraph?.Append(Raw(block), block.Last);
        }

        waiting.Clear();
    }

    private void TakeList(ItemList list)
    {
        if (heading is not null && !list.Items.Any(IsTimed))
        {
            heading.Append(Raw(list), list.Last);
            return;
        }

        if (paragraph is not null && !list.Items.Any(IsTimed))
        {
            waiting.Add(list);
            return;
        }

        waiting.Clear();
        paragraph = null;
        heading = null;

        foreach (var item in list.Items)
        {
            TakeItem(item);
        }
    }

    private void TakeItem(Item item)
    {
        var opening = string.Join(' ', item.Opening);
        var moment = MomentScanner.AtStart(opening) ?? MomentScanner.AtEnd(opening);
        var nested = item.Rest.OfType<ItemList>().FirstOrDefault(list => list.Items.Any(IsTimed));

        if (moment is { Clock: null, Date: { } date } && nested is not null)
        {
            marks.Add(new DayMark(date, item.First));
        }
        else if (moment is null && nested is not null && opening.Length < 60 && DateScanner.FirstIn(opening, needsYear: false) is { } day)
        {
            marks.Add(new DayMark(day, item.First));
        }

        if (moment is null or { Rest.Length: 0 } && nested is not null)
        {
            if (moment is { Clock: not null })
            {
                marks.Add(new EventMark(moment, item.First));
            }

            foreach (var inner in item.Rest.OfType<ItemList>().SelectMany(list => list.Items))
            {
                TakeItem(inner);
            }

            return;
        }

        var mark = new EventMark(moment, item.First);
        mark.Append(moment?.Rest ?? opening, item.First + Math.Max(0, item.Opening.Length - 1));
        marks.Add(mark);

        foreach (var block in item.Rest)
        {
            if (block is ItemList list && list.Items.Any(IsTimed))
            {
                foreach (var inner in list.Items)
                {
                    TakeItem(inner);
                }
            }
            else
            {
                mark.Append(Raw(block), block.Last);
            }
        }
    }

    private static bool IsTimed(Item item)
    {
        var opening = string.Join(' ', item.Opening);

        return (MomentScanner.AtStart(opening) ?? MomentScanner.AtEnd(opening)) is not null || item.Rest.OfType<ItemList>().Any(list => list.Items.Any(IsTimed));
    }

    private string Raw(Block block) => block is Paragraph text ? text.Markdown : string.Join('\n', lines[block.First..(block.Last + 1)].Select(line => line.TrimEnd()));
}
