using Postmortems.PatternEngine.Weights;

namespace Postmortems.PatternEngine.Groups;

/// <summary>Finds the most similar cluster, rarest terms first, in bounded time.</summary>
internal sealed class NearestSearch(IReadOnlyList<Vector?> means, int terms)
{
    // Small sets stay far below this and are searched in full. In large ones the common words, which weigh little,
    // only help to rank what the rare ones found.
    private const int MostPostings = 2048;
    private const int MostCandidates = 12;

    private readonly Postings postings = new(means, terms);
    private readonly Scores scores = new(means.Count);

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
            foreach (var other in scores.Highest(MostCandidates, except: cluster))
            {
                best = Nearer(best, cluster, other, means[cluster]!.Dot(means[other]!));
            }
        }

        scores.Clear();

        return best;
    }

    private static Neighbour Nearer(Neighbour best, int cluster, int other, double similarity)
    {
        var candidate = new Neighbour(other, similarity);

        return other != cluster && candidate.IsNearerThan(best, cluster) ? candidate : best;
    }
}
