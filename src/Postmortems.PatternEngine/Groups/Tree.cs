using System.Numerics;
using System.Runtime.InteropServices;

namespace Postmortems.PatternEngine.Groups;

/// <summary>Two clusters became one; each is named by its first item.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Merge(int Left, int Right, int Size, double Similarity)
{
    /// <summary>2 is 0, 3 and 4 are 1, 5 to 8 are 2, and so on.</summary>
    public int SizeClass => ClassOf(Size);

    public static int ClassOf(int size) => BitOperations.Log2((uint)Math.Max(1, size - 1));
}

/// <summary>Who joined whom, in that order, and how alike they were.</summary>
internal sealed class Tree(int items, IReadOnlyList<Merge> merges)
{
    public IReadOnlyList<Merge> Merges => merges;

    /// <returns>The largest clusters whose last merge is at or above the line for their size.</returns>
    public IReadOnlyList<int[]> Cut(Func<int, double> lineOfClass)
    {
        var current = Enumerable.Range(0, items).ToArray();
        var children = new (int Left, int Right)[merges.Count];
        var isPart = new bool[items + merges.Count];

        for (var at = 0; at < merges.Count; at++)
        {
            var (left, right) = (current[merges[at].Left], current[merges[at].Right]);
            children[at] = (left, right);
            isPart[left] = isPart[right] = true;
            current[merges[at].Left] = items + at;
        }

        var clusters = new List<int[]>();
        var open = new Stack<int>(Enumerable.Range(items, merges.Count).Where(node => !isPart[node]));

        while (open.TryPop(out var node))
        {
            if (node < items)
            {
                continue;
            }

            var merge = merges[node - items];

            if (merge.Similarity >= lineOfClass(merge.SizeClass))
            {
                clusters.Add(Leaves(node, children));
                continue;
            }

            open.Push(children[node - items].Left);
            open.Push(children[node - items].Right);
        }

        return clusters;
    }

    private int[] Leaves(int root, (int Left, int Right)[] children)
    {
        var leaves = new List<int>();
        var open = new Stack<int>([root]);

        while (open.TryPop(out var node))
        {
            if (node < items)
            {
                leaves.Add(node);
                continue;
            }

            open.Push(children[node - items].Left);
            open.Push(children[node - items].Right);
        }

        leaves.Sort();

        return [.. leaves];
    }
}
