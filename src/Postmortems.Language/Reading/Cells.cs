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

    public static IEnumerable<(int Start, string Text)> Of(string text, Sections sections)
    {
        var foreign = new HashSet<int>();
        var (line, column, start) = (0, 0, 0);

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

            if (!string.IsNullOrWhiteSpace(cell) && line != 1 && (line == 0 || !foreign.Contains(column)))
            {
                yield return (start, cell);
            }

            // A border at the left edge begins the first column; it does not end one.
            column = endsLine ? 0 : column == 0 && string.IsNullOrWhiteSpace(cell) ? 0 : column + 1;
            line += endsLine ? 1 : 0;
            start = at + 1;
        }
    }
}
