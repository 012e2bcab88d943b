using Postmortems.PatternEngine.Weights;

namespace Postmortems.PatternEngine.Groups;

/// <summary>Finds the most similar cluster, rarest terms first, in bounded time.</summary>
/// <param name="means">Null where a cluster has become part of another.</param>
internal sealed class NearestSearch(Vector?[] means, int terms)
{
    // Small sets stay far below this and are searched in full. In large ones the common words, which weigh little,
    // only help to rank what the rare ones found.
    private const int MostPostings = 2048;
    private const int MostCandidates = 12;

    private readonly Postings postings = new(means, terms);
    private readonly Scores scores = new(means.Length);
    private readonly Spread spread = new(terms);

    public void Add(int cluster) => postings.Add(cluster, means[cluster]!);

    public Neighbour Find(int cluster)
    {
        var complete = postings.Score(means[cluster]!, scores, MostPostings);
        var best = Neighbour.None;

        if (complete)
        {
            foreach (var other in scores.Touched)
            {
                best = Nearer(best, cluster, other, scores[other]);
            }
        }
        else
        {
            spread.Lay(means[cluster]!);
            Span<int> candidates = stackalloc int[MostCandidates];

            foreach (var other in candidates[..scores.Highest(candidates)])
            {
                if (means[other] is { } mean)
                {
                    best = Nearer(best, cluster, other, spread.Dot(mean));
                }
            }
        }

        scores.Clear();

        return best;
    }

    private Neighbour Nearer(Neighbour best, int cluster, int other, double similarity)
    {
        if (similarity < best.Similarity - Neighbour.Equal)
        {
            return best;
        }

        var candidate = new Neighbour(other, similarity);

        return other != cluster && means[other] is not null && candidate.IsNearerThan(best, cluster) ? candidate : best;
    }
}
