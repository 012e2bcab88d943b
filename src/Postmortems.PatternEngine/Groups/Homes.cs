namespace Postmortems.PatternEngine.Groups;

internal static class Homes
{
    /// <returns>The cluster of each item, or -1 where it stands alone.</returns>
    public static int[] Of(IReadOnlyList<IReadOnlyList<int>> clusters, int items)
    {
        var home = new int[items];
        Array.Fill(home, -1);

        for (var cluster = 0; cluster < clusters.Count; cluster++)
        {
            foreach (var item in clusters[cluster])
            {
                home[item] = cluster;
            }
        }

        return home;
    }
}
