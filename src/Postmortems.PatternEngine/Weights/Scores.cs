namespace Postmortems.PatternEngine.Weights;

/// <summary>A reusable sum per owner that forgets in the time it took to fill.</summary>
internal sealed class Scores(int owners)
{
    private readonly double[] sums = new double[owners];
    private readonly List<int> touched = [];

    public IReadOnlyList<int> Touched => touched;

    public double this[int owner] => sums[owner];

    public void Add(int owner, double score)
    {
        if (sums[owner] == 0)
        {
            touched.Add(owner);
        }

        sums[owner] += score;
    }

    /// <returns>The highest sum; of equal ones the first owner, so that the way there does not matter.</returns>
    public (int Owner, double Score) Best(int except)
    {
        var best = (Owner: -1, Score: 0.0);

        foreach (var owner in touched)
        {
            if (owner != except
                && (sums[owner] > best.Score || (sums[owner] == best.Score && best.Owner >= 0 && owner < best.Owner)))
            {
                best = (owner, sums[owner]);
            }
        }

        return best;
    }

    public void Clear()
    {
        foreach (var owner in touched)
        {
            sums[owner] = 0;
        }

        touched.Clear();
    }
}
