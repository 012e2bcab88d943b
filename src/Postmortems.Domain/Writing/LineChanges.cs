using DiffPlex;
using DiffPlex.DiffBuilder;
using DiffPlex.DiffBuilder.Model;

namespace Postmortems.Domain.Writing;

/// <summary>Two texts as one list of lines: kept, added, taken out; long kept stretches are folded.</summary>
public static class LineChanges
{
    private const int LinesAround = 3;

    public static IReadOnlyList<LineChange> Between(string before, string after)
    {
        var lines = new InlineDiffBuilder(new Differ()).BuildDiffModel(before, after, ignoreWhitespace: false).Lines
            .Select(line => new LineChange(Kind(line.Type), line.Text))
            .ToList();

        return Folded(lines);
    }

    private static LineChangeKind Kind(ChangeType type) => type switch
    {
        ChangeType.Inserted => LineChangeKind.Added,
        ChangeType.Deleted => LineChangeKind.TakenOut,
        _ => LineChangeKind.Kept,
    };

    private static List<LineChange> Folded(List<LineChange> lines)
    {
        var near = new bool[lines.Count];

        for (var i = 0; i < lines.Count; i++)
        {
            if (lines[i].Kind != LineChangeKind.Kept)
            {
                Array.Fill(near, true, Math.Max(0, i - LinesAround), Math.Min(lines.Count, i + LinesAround + 1) - Math.Max(0, i - LinesAround));
            }
        }

        var folded = new List<LineChange>();

        for (var i = 0; i < lines.Count; i++)
        {
            if (near[i])
            {
                folded.Add(lines[i]);
                continue;
            }

            var first = i;

            while (i + 1 < lines.Count && !near[i + 1])
            {
                i++;
            }

            folded.Add(new LineChange(LineChangeKind.Folded, i == first ? "1 line as before" : $"{i - first + 1} lines as before"));
        }

        return folded;
    }
}

public sealed record LineChange(LineChangeKind Kind, string Text);

public enum LineChangeKind
{
    Kept,
    Added,
    TakenOut,
    Folded,
}
