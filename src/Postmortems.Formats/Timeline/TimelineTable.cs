using Postmortems.Formats.Blocks;
using Postmortems.Formats.Headings;
using Postmortems.Formats.Times;

namespace Postmortems.Formats.Timeline;

/// <summary>A timeline written as a table: which columns hold the day, the time and the event.</summary>
internal static class TimelineTable
{
    private static readonly string[] DayWords = ["date", "day", "datum", "tag", "jour", "fecha", "dia", "data", "giorno", "dag", "日付", "日期"];
    private static readonly string[] TimeWords = ["time", "when", "timestamp", "utc", "zeit", "uhrzeit", "wann", "heure", "horaire", "hora", "ora", "tijd", "tid", "clock", "時刻", "時間", "时间"];
    private static readonly string[] EventWords = ["event", "description", "what", "action", "activity", "state", "message", "detail", "update", "ereignis", "beschreibung", "evenement", "evento", "descripcion", "gebeurtenis", "happened", "出来事", "事件"];

    public static IEnumerable<Mark> MarksOf(Table table)
    {
        var headings = table.Header.Select(cell => HeadingWords.Fold(PlainText.Of(cell))).ToArray();
        var time = Array.FindIndex(headings, heading => Has(heading, TimeWords));
        var day = Array.FindIndex(headings, heading => Has(heading, DayWords));

        if (time < 0 && day < 0)
        {
            time = ColumnOfMoments(table);
        }

        if (time < 0 && day < 0)
        {
            yield break;
        }

        time = time < 0 ? day : time;
        day = day < 0 ? time : day;
        var zone = ZoneInHeading(table.Header[time]);
        var said = Array.FindIndex(headings, heading => Has(heading, EventWords));

        foreach (var row in table.Rows)
        {
            var written = Cell(row, day) + (day == time ? "" : " " + Cell(row, time));
            var moment = MomentScanner.AtStart(written);
            var text = TextOf(row, day, time, said, moment?.Rest);

            if (text.Length == 0)
            {
                if (moment is { Date: { } date, Clock: null })
                {
                    yield return new DayMark(date, row.Line);
                }

                continue;
            }

            var mark = new EventMark(moment is { Zone: null } ? moment with { Zone = zone } : moment, row.Line) { StandsAlone = true };
            mark.Append(text, row.Line);

            yield return mark;
        }
    }

    private static string TextOf(TableRow row, int day, int time, int said, string? rest)
    {
        var others = Enumerable.Range(0, row.Cells.Length)
            .Where(column => column != day && column != time && column != said)
            .Select(column => row.Cells[column])
            .Prepend(said < 0 || said == day || said == time ? "" : Cell(row, said))
            .Append(rest ?? "")
            .Where(cell => cell.Length > 0 && cell is not ("-" or "—"));

        return string.Join(" · ", others);
    }

    private static int ColumnOfMoments(Table table)
    {
        for (var column = 0; column < table.Header.Length; column++)
        {
            var timed = table.Rows.Count(row => MomentScanner.AtStart(Cell(row, column)) is not null);

            if (timed > 0 && timed * 2 >= table.Rows.Count)
            {
                return column;
            }
        }

        return -1;
    }

    private static WrittenZone? ZoneInHeading(string cell) => ZoneStatement.In(PlainText.Of(cell));

    private static bool Has(string heading, string[] words) =>
        heading.Split(' ').Any(word => words.Contains(word) || words.Contains(word.TrimEnd('s')));

    private static string Cell(TableRow row, int column) => column >= 0 && column < row.Cells.Length ? row.Cells[column] : "";
}
