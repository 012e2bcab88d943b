using Postmortems.Formats.Times;

namespace Postmortems.Formats.Timeline;

/// <summary>Marks as they were found become marks that each state something.</summary>
internal static class SettledMarks
{
    public static List<Mark> Of(IReadOnlyList<Mark> marks)
    {
        var kept = marks.Where(mark => mark is not EventMark { Text.Length: 0, Moment: { Clock: null, IsUnknown: false } }).ToList();
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
}
