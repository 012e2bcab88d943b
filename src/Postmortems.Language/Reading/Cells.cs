using System.Buffers;

namespace Postmortems.Language.Reading;

/// <summary>Parts a table into its cells, in one pass. A column headed "log" or "command" holds what a machine said and is left out.</summary>
internal static class Cells
{
    private static readonly SearchValues<char> Ruler = SearchValues.Create(" |:-\t\r");

    /// <param name="text">Lines of a leaf, with their line ends.</param>
    public static bool IsTable(string text)
    {
        var first = text.IndexOf('\n');

        if (first < 0 || !text.AsSpan(0, first).Contains('|'))
        {
            return false;
        }

        var rest = text.AsSpan(first + 1);
        var end = rest.IndexOf('\n');
        var ruler = end < 0 ? rest : rest[..end];

        return ruler.Contains('-') && ruler.IndexOfAnyExcept(Ruler) < 0;
    }

    /// <returns>Each where it stands in the text, of no section yet.</returns>
    public static IEnumerable<Passage> Of(string text, Sections sections, PromisedPlaces promises)
    {
        var foreign = new HashSet<int>();
        int? promised = null;
        var (line, lineStart, column, start) = (0, 0, 0, 0);

        for (var at = 0; at <= text.Length; at++)
        {
            var endsLine = at == text.Length || text[at] == '\n';

            if (!endsLine && text[at] != '|')
            {
                continue;
            }

            var cell = text[start..at];

            if (line == 0 && sections.IsOfMachine(cell))
            {
                foreign.Add(column);
            }

            if (line == 0 && promised is null && promises.IsColumn(cell))
            {
                promised = column;
            }

            if (!string.IsNullOrWhiteSpace(cell) && line != 1 && (line == 0 || !foreign.Contains(column)))
            {
                yield return new Passage(start, cell, null, line > 1 && column == promised ? LineFrom(text, lineStart) : null);
            }

            // A border at the left edge begins the first column; it does not end one.
            column = endsLine ? 0 : column == 0 && string.IsNullOrWhiteSpace(cell) ? 0 : column + 1;
            line += endsLine ? 1 : 0;
            lineStart = endsLine ? at + 1 : lineStart;
            start = at + 1;
        }
    }

    private static string LineFrom(string text, int start) => text.IndexOf('\n', start) is > 0 and var end ? text[start..end] : text[start..];
}
