namespace Postmortems.Formats.Blocks;

/// <summary>Tables with pipes, also without the outer ones.</summary>
internal static class PipeTable
{
    /// <summary>Whether the line is <c>| --- | :-: |</c>.</summary>
    public static bool IsDelimiter(string line) =>
        line.Contains('|', StringComparison.Ordinal) && line.Contains('-', StringComparison.Ordinal)
        && line.AsSpan().IndexOfAnyExcept("|:- \t") < 0;

    /// <summary>Splits on pipes that are neither escaped nor inside code.</summary>
    public static string[] CellsOf(string line)
    {
        var cells = new List<string>();
        var row = line.AsSpan().Trim();
        row = row.StartsWith("|") ? row[1..] : row;
        var start = 0;
        var inCode = false;

        for (var i = 0; i < row.Length; i++)
        {
            if (row[i] == '`')
            {
                inCode = !inCode && row[(i + 1)..].Contains('`');
            }
            else if (row[i] == '|' && !inCode && (i == 0 || row[i - 1] != '\\'))
            {
                cells.Add(Cell(row[start..i]));
                start = i + 1;
            }
        }

        if (start < row.Length)
        {
            cells.Add(Cell(row[start..]));
        }

        return [.. cells];
    }

    private static string Cell(ReadOnlySpan<char> written) => written.Trim().ToString().Replace("\\|", "|", StringComparison.Ordinal);

    /// <summary>Takes the table that opens at a line of a paragraph, with the first line after it.</summary>
    public static Table? TryTake(string[] lines, int at, int firstLine, out int next)
    {
        next = at;

        if (at + 1 >= lines.Length || !lines[at].Contains('|', StringComparison.Ordinal) || !IsDelimiter(lines[at + 1]))
        {
            return null;
        }

        var rows = new List<TableRow>();
        next = at + 2;

        while (next < lines.Length && lines[next].Contains('|', StringComparison.Ordinal))
        {
            rows.Add(new TableRow(CellsOf(lines[next]), firstLine + next));
            next++;
        }

        return new Table(CellsOf(lines[at]), rows, firstLine + at, firstLine + next - 1);
    }
}
