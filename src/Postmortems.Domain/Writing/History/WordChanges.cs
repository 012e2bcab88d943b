using Postmortems.Domain.Writing.Together;

namespace Postmortems.Domain.Writing.History;

/// <summary>Two texts as one, word by word: kept, added, taken out; long kept stretches are folded.</summary>
public static class WordChanges
{
    private const int LinesAround = 2;

    public static WordComparison Between(string before, string after)
    {
        var edits = Edits.Between(before, after);
        var changes = new List<WordChange>();
        var (at, wordsIn, wordsOut) = (0, 0, 0);

        foreach (var (from, removed, to, inserted) in edits.Found)
        {
            changes.AddRange(Kept(before[at..from], isFirst: at == 0, isLast: false));
            at = from + removed;
            wordsOut += TextTokens.CountWords(before.AsSpan(from, removed));
            wordsIn += TextTokens.CountWords(after.AsSpan(to, inserted));
            changes.AddRange(removed > 0 ? [new WordChange(WordChangeKind.TakenOut, before.Substring(from, removed))] : []);
            changes.AddRange(inserted > 0 ? [new WordChange(WordChangeKind.Added, after.Substring(to, inserted))] : []);
        }

        changes.AddRange(edits.Found.Count > 0 ? Kept(before[at..], isFirst: at == 0, isLast: true) : []);
        return new WordComparison(changes, wordsIn, wordsOut, edits.IsCoarse);
    }

    /// <summary>The change as a writer would have made it: what stays, stays its author's.</summary>
    public static ChangeSet ChangeBetween(string before, string after)
    {
        var changes = new StretchList();
        var at = 0;

        foreach (var (from, removed, to, inserted) in Edits.Between(before, after).Found)
        {
            changes.Keep(from - at);
            changes.Replace(removed, after.Substring(to, inserted));
            at = from + removed;
        }

        changes.Keep(before.Length - at);
        return changes.ToChangeSet();
    }

    /// <summary>Of a long kept stretch, the lines next to a change show where it stands.</summary>
    private static IEnumerable<WordChange> Kept(string text, bool isFirst, bool isLast)
    {
        var lines = text.Split('\n');
        var head = isFirst ? 0 : LinesAround + 1;
        var tail = isLast ? 0 : LinesAround + 1;
        var folded = lines.Length - head - tail - (isLast && lines[^1].Length == 0 ? 1 : 0);

        if (folded < 2)
        {
            return text.Length > 0 ? [new WordChange(WordChangeKind.Kept, text)] : [];
        }

        return new[]
        {
            new WordChange(WordChangeKind.Kept, string.Join('\n', lines[..head])),
            new WordChange(WordChangeKind.Folded, $"{folded} lines as before"),
            new WordChange(WordChangeKind.Kept, string.Join('\n', lines[^tail..])),
        }.Where(change => change.Text.Length > 0);
    }
}

/// <param name="IsCoarse">Too much differs to tell all of it word by word.</param>
public sealed record WordComparison(IReadOnlyList<WordChange> Changes, int WordsIn, int WordsOut, bool IsCoarse);

public sealed record WordChange(WordChangeKind Kind, string Text);

public enum WordChangeKind
{
    Kept,
    Added,
    TakenOut,
    Folded,
}
