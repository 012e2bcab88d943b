namespace Postmortems.PatternEngine.Recurrence;

/// <summary>
/// Whoever tests hundreds of patterns finds some by chance alone. Holds down the share of false ones among those that are reported, after
/// Benjamini and Hochberg (1995), J. R. Statist. Soc. B 57, 289-300.
/// </summary>
public static class FalseDiscovery
{
    /// <param name="chances">The chance of each test, in any order.</param>
    /// <returns>In the same order, the smallest share of false reports at which each would still be reported.</returns>
    public static IReadOnlyList<double> Adjusted(IReadOnlyList<double> chances)
    {
        var order = Enumerable.Range(0, chances.Count).OrderByDescending(place => chances[place]).ToArray();
        var adjusted = new double[chances.Count];
        var least = 1.0;

        for (var at = 0; at < order.Length; at++)
        {
            least = Math.Min(least, chances[order[at]] * chances.Count / (order.Length - at));
            adjusted[order[at]] = least;
        }

        return adjusted;
    }
}
