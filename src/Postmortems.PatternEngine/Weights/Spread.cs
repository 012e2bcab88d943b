namespace Postmortems.PatternEngine.Weights;

/// <summary>One vector at a time, laid out by term: many dot products with it are a look-up a term each.</summary>
internal sealed class Spread(int terms)
{
    private readonly float[] weights = new float[terms];
    private int[] laid = [];

    public void Lay(Vector vector)
    {
        foreach (var term in laid)
        {
            weights[term] = 0;
        }

        laid = vector.Terms;

        for (var i = 0; i < laid.Length; i++)
        {
            weights[laid[i]] = vector.Weights[i];
        }
    }

    public double Dot(Vector other)
    {
        var (otherTerms, otherWeights, sum) = (other.Terms, other.Weights, 0.0);

        for (var i = 0; i < otherTerms.Length && i < otherWeights.Length; i++)
        {
            sum += (double)weights[otherTerms[i]] * otherWeights[i];
        }

        return sum;
    }
}
