namespace Postmortems.Domain.Writing.History;

/// <summary>
/// Where two texts differ, word by word within the lines that differ. Comparing takes time by the square of what differs, so
/// what would take too long is told by lines, or as one stretch.
/// </summary>
internal sealed class Edits
{
    private const int MostLines = 6_000;
    private const long MostSteps = 40_000_000;

    private readonly string before;
    private readonly string after;
    private readonly List<Edit> found = [];
    private long steps;

    private Edits(string before, string after)
    {
        this.before = before;
        this.after = after;
    }

    /// <summary>In order; what lies between them is the same in both.</summary>
    public IReadOnlyList<Edit> Found => found;

    /// <summary>Some of it is not told word by word.</summary>
    public bool IsCoarse { get; private set; }

    public static Edits Between(string before, string after)
    {
        var edits = new Edits(before, after);

        if (before != after)
        {
            edits.CompareLines();
        }

        return edits;
    }

    private void CompareLines()
    {
        var begin = before.AsSpan().CommonPrefixLength(after);
        begin = begin == 0 ? 0 : before.LastIndexOf('\n', begin - 1) + 1;
        var end = CommonEnd(begin);
        var was = new TextLines(before, begin, before.Length - end);
        var now = new TextLines(after, begin, after.Length - end);

        if (was.Count + now.Count > MostLines)
        {
            IsCoarse = true;
            Add(begin, was.Length, begin, now.Length);
            return;
        }

        foreach (var (from, count, to, instead) in Gap.Between(was.Words, now.Words))
        {
            CompareBlock(was.Part(from, count), now.Part(to, instead));
        }
    }

    /// <summary>Units of whole lines in which both end alike.</summary>
    private int CommonEnd(int begin)
    {
        var most = Math.Min(before.Length, after.Length) - begin;
        var end = 0;

        while (end < most && before[^(end + 1)] == after[^(end + 1)])
        {
            end++;
        }

        var line = end == 0 ? -1 : before.IndexOf('\n', before.Length - end);
        return line < 0 ? 0 : before.Length - line - 1;
    }

    private void CompareBlock(TextLines was, TextLines now)
    {
        if (was.Count == 0 || now.Count == 0)
        {
            Add(was.From, was.Length, now.From, now.Length);
            return;
        }

        var (wasWords, nowWords) = (was.Tokens(), now.Tokens());
        var head = wasWords.AsSpan().CommonPrefixLength(nowWords);
        var tail = CommonTail(wasWords, nowWords, head);
        var skipped = wasWords.Take(head).Sum(word => word.Length);
        (wasWords, nowWords) = (wasWords[head..^tail], nowWords[head..^tail]);
        var cost = (long)(wasWords.Length + nowWords.Length) * (wasWords.Length + nowWords.Length) / 2;

        if (steps + cost <= MostSteps)
        {
            steps += cost;
            CompareWords(was.From + skipped, wasWords, now.From + skipped, nowWords);
        }
        else if (was.Count == now.Count && was.Count > 1)
        {
            for (var line = 0; line < was.Count; line++)
            {
                CompareBlock(was.Part(line, 1), now.Part(line, 1));
            }
        }
        else
        {
            IsCoarse = true;
            Add(was.From, was.Length, now.From, now.Length);
        }
    }

    private static int CommonTail(string[] was, string[] now, int head)
    {
        var tail = 0;

        while (tail < Math.Min(was.Length, now.Length) - head && was[^(tail + 1)] == now[^(tail + 1)])
        {
            tail++;
        }

        return tail;
    }

    private void CompareWords(int from, string[] was, int to, string[] now)
    {
        var (wasAt, nowAt) = (Places(from, was), Places(to, now));

        foreach (var (first, count, there, instead) in Gap.Between(was, now))
        {
            var (begin, place) = (wasAt[first], nowAt[there]);
            Add(begin, wasAt[first + count] - begin, place, nowAt[there + instead] - place);
        }
    }

    /// <summary>Two edits with no word between them read better as one.</summary>
    private void Add(int from, int removed, int to, int inserted)
    {
        if (found is [.., var last] && IsJoined(last, from))
        {
            found[^1] = last with { Removed = from + removed - last.From, Inserted = to + inserted - last.To };
        }
        else if (removed > 0 || inserted > 0)
        {
            found.Add(new Edit(from, removed, to, inserted));
        }
    }

    private bool IsJoined(Edit last, int from)
    {
        var between = before.AsSpan()[(last.From + last.Removed)..from];
        return !between.Contains('\n') && !TextTokens.HasWord(between) && last.Removed > 0;
    }

    internal static int[] Places(int from, string[] pieces)
    {
        var places = new int[pieces.Length + 1];
        places[0] = from;

        for (var i = 0; i < pieces.Length; i++)
        {
            places[i + 1] = places[i] + pieces[i].Length;
        }

        return places;
    }
}

/// <summary>A stretch of the earlier text and what stands in its place in the later one.</summary>
internal sealed record Edit(int From, int Removed, int To, int Inserted);
