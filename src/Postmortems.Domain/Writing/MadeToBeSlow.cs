using System.Buffers;

namespace Postmortems.Domain.Writing;

/// <summary>
/// Markdig looks back over every open bracket, star and tick of a paragraph, so its time grows with their square. A paragraph with
/// thousands of them is no writing, and reading it would hold up everybody else.
/// </summary>
internal static class MadeToBeSlow
{
    private const int MostInAParagraph = 6_000;

    private static readonly SearchValues<char> Signs = SearchValues.Create("[]*_`~<>!");

    public static bool Is(ReadOnlySpan<char> text)
    {
        var signs = 0;

        foreach (var line in text.EnumerateLines())
        {
            signs = line.IsWhiteSpace() ? 0 : BeginsAnew(line.TrimStart()) ? CountIn(line) : signs + CountIn(line);

            if (signs > MostInAParagraph)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A heading or an item of a list is a paragraph of its own; long lists are ordinary.</summary>
    private static bool BeginsAnew(ReadOnlySpan<char> line) =>
        line.Length > 1 && ((line[0] is '-' or '*' or '+' or '#' && line[1] is ' ') || char.IsAsciiDigit(line[0]));

    private static int CountIn(ReadOnlySpan<char> line)
    {
        var count = 0;

        for (var next = line.IndexOfAny(Signs); next >= 0; next = line.IndexOfAny(Signs))
        {
            count++;
            line = line[(next + 1)..];
        }

        return count;
    }
}
