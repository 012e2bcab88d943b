using System.Runtime.InteropServices;

namespace Postmortems.PatternEngine.Groups;

/// <summary>Two clusters became one; each is named by its first item.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Merge(int Left, int Right, double Similarity);

/// <summary>Who joined whom, and how alike they were.</summary>
internal sealed class Tree(int items, IReadOnlyList<Merge> merges)
{
    public int Items => items;

    public IReadOnlyList<Merge> Merges => merges;

    /// <returns>The clusters of two or more that stand when only merges at or above the line count.</returns>
    public IReadOnlyList<int[]> Cut(double line)
    {
        var parents = Enumerable.Range(0, items).ToArray();

        foreach (var merge in merges)
        {
            if (merge.Similarity >= line)
            {
                parents[Root(parents, merge.Right)] = Root(parents, merge.Left);
            }
        }

        return
        [
            .. Enumerable.Range(0, items)
                .GroupBy(item => Root(parents, item))
                .Where(cluster => cluster.Skip(1).Any())
                .Select(cluster => cluster.ToArray()),
        ];
    }

    private static int Root(int[] parents, int item)
    {
        while (parents[item] != item)
        {
            item = parents[item] = parents[parents[item]];
        }

        return item;
    }
}
