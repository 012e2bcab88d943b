using Postmortems.Formats.Blocks;
using Postmortems.Formats.Times;

namespace Postmortems.Formats.Timeline;

/// <summary>Days and events of a list: an item is one, or heads the items below it.</summary>
internal sealed class ListMarks
{
    private readonly RawText lines;
    private readonly List<Mark> marks = [];

    private ListMarks(RawText lines) => this.lines = lines;

    public static IReadOnlyList<Mark> Of(ItemList list, RawText lines)
    {
        var found = new ListMarks(lines);

        foreach (var item in list.Items)
        {
            found.Take(item);
        }

        return found.marks;
    }

    public static bool IsTimed(ItemList list) => list.Items.Any(IsTimed);

    private void Take(Item item)
    {
        var opening = string.Join(' ', item.Opening);
        var moment = MomentScanner.AtStart(opening) ?? MomentScanner.AtEnd(opening);
        var nested = item.Rest.OfType<ItemList>().FirstOrDefault(IsTimed);

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
                Take(inner);
            }

            return;
        }

        var mark = new EventMark(moment, item.First);
        mark.Append(moment?.Rest ?? opening, item.First + Math.Max(0, item.Opening.Length - 1));
        marks.Add(mark);

        foreach (var block in item.Rest)
        {
            if (block is ItemList list && IsTimed(list))
            {
                foreach (var inner in list.Items)
                {
                    Take(inner);
                }
            }
            else
            {
                mark.Append(lines.Of(block), block.Last);
            }
        }
    }

    private static bool IsTimed(Item item)
    {
        var opening = string.Join(' ', item.Opening);

        return (MomentScanner.AtStart(opening) ?? MomentScanner.AtEnd(opening)) is not null || item.Rest.OfType<ItemList>().Any(IsTimed);
    }
}
