using DiffPlex;

namespace Postmortems.Domain.Writing;

/// <summary>Puts two changes of one text together when they touched different lines (three-way merge by lines).</summary>
public static class Merge
{
    /// <returns>Null when both changed the same lines, or lines that touch; then only a person can say what is meant.</returns>
    public static string? Of(string began, string theirs, string yours)
    {
        var lines = began.Split('\n');
        var changes = Changes(began, theirs).Concat(Changes(began, yours)).Distinct().OrderBy(c => c.At).ThenBy(c => c.Removed).ToList();
        var merged = new List<string>();
        var next = 0;
        var touchedUntil = -1;

        foreach (var change in changes)
        {
            if (change.At <= touchedUntil)
            {
                return null;
            }

            merged.AddRange(lines[next..change.At]);
            merged.AddRange(change.Lines);
            next = change.At + change.Removed;
            touchedUntil = next;
        }

        merged.AddRange(lines[next..]);
        return string.Join('\n', merged);
    }

    private static IEnumerable<Change> Changes(string began, string now)
    {
        var diff = new Differ().CreateCustomDiffs(began, now, ignoreWhiteSpace: false, ignoreCase: false, text => text.Split('\n'));
        return diff.DiffBlocks.Select(block => new Change(
            block.DeleteStartA,
            block.DeleteCountA,
            new Several([.. diff.PiecesNew.Skip(block.InsertStartB).Take(block.InsertCountB)])));
    }

    private sealed record Change(int At, int Removed, Several Lines);

    /// <summary>A list that equals another with the same lines, so that the same change made twice is one.</summary>
    private sealed class Several(IReadOnlyList<string> lines) : List<string>(lines), IEquatable<Several>
    {
        public bool Equals(Several? other) => other is not null && this.SequenceEqual(other, StringComparer.Ordinal);

        public override bool Equals(object? obj) => Equals(obj as Several);

        public override int GetHashCode() => Count == 0 ? 0 : HashCode.Combine(Count, this[0]);
    }
}
