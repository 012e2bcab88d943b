using System.Globalization;
using Postmortems.Formats.Times;

namespace Postmortems.Formats.Timeline;

/// <summary>
/// Walks over a timeline and gives each event its day and zone: what the event says, else the day stated above it, else the
/// document's. Whatever was not written at the event itself is said in a warning.
/// </summary>
internal sealed class DayWalk(DocumentTimes document, List<string> warnings)
{
    // Nights are crossed by larger steps back than slips of the pen.
    private static readonly TimeSpan StepOverMidnight = TimeSpan.FromHours(8);

    private DateOnly? day;
    private TimeOnly? last;
    private bool fallsBackToDocument;
    private int withoutDay;
    private int withoutZone;
    private int doubtful;

    public IReadOnlyList<ReadEntry> Of(IReadOnlyList<Mark> marks, Func<int, int, LineSpan> span)
    {
        var entries = new List<ReadEntry>();
        var runsBackwards = RunsBackwards(marks);
        day = document.Day;
        fallsBackToDocument = true;

        foreach (var mark in marks)
        {
            if (mark is DayMark stated)
            {
                Begin(stated.Date);
            }
            else if (mark is EventMark found)
            {
                var lines = span(found.First, found.Last);
                entries.Add(new ReadEntry(MomentOf(found.Moment, lines, runsBackwards), found.Text, lines));
            }
        }

        WarnOfGaps();

        return entries;
    }

    private ReadMoment MomentOf(WrittenMoment? written, LineSpan lines, bool runsBackwards)
    {
        if (written is null)
        {
            return new ReadMoment { AsWritten = "", Precision = Precision.None };
        }

        if (written.Date is { } date)
        {
            Begin(date);
        }
        else if (written.Clock is { } clock)
        {
            CrossMidnight(clock.TimeOfDay, lines, runsBackwards);
            withoutDay += fallsBackToDocument ? 1 : 0;
        }

        last = written.Clock?.TimeOfDay ?? last;

        var zone = written.Zone ?? document.Zone;
        withoutZone += zone is null && written.Clock is not null ? 1 : 0;

        return DocumentTimes.MomentOf(written, day, zone, warnings);
    }

    private void Begin(WrittenDate written)
    {
        var stated = document.Resolve(written);
        doubtful += written.IsAmbiguous && document.DayFirst is null ? 1 : 0;
        day = stated ?? day;
        last = null;
        fallsBackToDocument = stated is null;
    }

    private void CrossMidnight(TimeOnly time, LineSpan lines, bool runsBackwards)
    {
        if (last is not { } before || time >= before || runsBackwards)
        {
            return;
        }

        if (before - time >= StepOverMidnight)
        {
            day = day?.AddDays(1);
            warnings.Add($"Line {lines.First}: the time goes back from {before:HH:mm} to {time:HH:mm}; it was read as the next day.");
        }
        else
        {
            warnings.Add($"Line {lines.First}: the time goes back from {before:HH:mm} to {time:HH:mm}; the day was kept.");
        }
    }

    private void WarnOfGaps()
    {
        if (withoutDay > 0)
        {
            warnings.Add(document.Day is { } taken
                ? string.Create(CultureInfo.InvariantCulture, $"{withoutDay} times in the timeline name no day; {taken:yyyy-MM-dd} was taken, {document.DaySource}.")
                : $"{withoutDay} times in the timeline name no day, and the document states none.");
        }

        if (doubtful > 0)
        {
            warnings.Add($"{doubtful} days in the timeline can be read with the day or the month first; the one nearer to the incident was taken, else the month first.");
        }

        if (withoutZone > 0)
        {
            warnings.Add($"{withoutZone} times in the timeline name no zone; they were kept as the clock showed them.");
        }
    }

    // Newest first: most steps between times of one day lead back.
    private static bool RunsBackwards(IReadOnlyList<Mark> marks)
    {
        var forward = 0;
        var back = 0;
        TimeOnly? before = null;

        foreach (var mark in marks)
        {
            var written = (mark as EventMark)?.Moment;

            if (mark is DayMark || written?.Date is not null)
            {
                before = null;
            }

            if (written?.Clock is { } clock)
            {
                forward += before is { } b && clock.TimeOfDay > b ? 1 : 0;
                back += before is { } a && clock.TimeOfDay < a ? 1 : 0;
                before = clock.TimeOfDay;
            }
        }

        return back > forward && back > 2;
    }
}
