using DiffPlex;

namespace Postmortems.Domain.Writing.History;

/// <summary>Pieces of one text and how many of another stand in their place; what lies between two gaps is the same in both.</summary>
internal sealed record Gap(int From, int Count, int To, int Instead)
{
    /// <summary>What only one of the two holds cannot be the same in both, so it is not compared.</summary>
    public static List<Gap> Between(string[] was, string[] now)
    {
        var both = was.ToHashSet(StringComparer.Ordinal);
        both.IntersectWith(now);
        var (mine, theirs) = (PlacesOf(both, was), PlacesOf(both, now));
        var blocks = new Differ().CreateCustomDiffs(
            "was", "now", ignoreWhiteSpace: false, ignoreCase: false, side => side == "was" ? [.. mine.Select(i => was[i])] : [.. theirs.Select(i => now[i])]).DiffBlocks;
        var gaps = new List<Gap>();
        var (next, there) = (0, 0);
        var (i, j) = (0, 0);

        foreach (var block in blocks)
        {
            MatchUntil(block.DeleteStartA);
            i += block.DeleteCountA;
            j += block.InsertCountB;
        }

        MatchUntil(mine.Count);
        Close(was.Length, now.Length);
        return gaps;

        void MatchUntil(int end)
        {
            for (; i < end; i++, j++)
            {
                Close(mine[i], theirs[j]);
                (next, there) = (mine[i] + 1, theirs[j] + 1);
            }
        }

        void Close(int at, int place)
        {
            if (at > next || place > there)
            {
                gaps.Add(new Gap(next, at - next, there, place - there));
            }
        }
    }

    private static List<int> PlacesOf(HashSet<string> both, string[] pieces) => [.. pieces.Index().Where(piece => both.Contains(piece.Item)).Select(piece => piece.Index)];
}
