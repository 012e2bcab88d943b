namespace Postmortems.Formats.Blocks;

/// <summary><c>[ ]</c> and <c>[x]</c> at the start of an item.</summary>
internal static class Checkbox
{
    public static bool TryTake(string line, out bool ticked, out string rest)
    {
        ticked = false;
        rest = line;

        if (line is not ['[', _, ']', ..] && !line.StartsWith("[]", StringComparison.Ordinal))
        {
            return false;
        }

        var close = line.IndexOf(']', StringComparison.Ordinal);
        var mark = line[1..close].Trim();

        if (mark is not ("" or "x" or "X" or "✓" or "✔") || (close + 1 < line.Length && line[close + 1] is not ' '))
        {
            return false;
        }

        ticked = mark.Length > 0;
        rest = line[(close + 1)..].TrimStart();

        return true;
    }
}
