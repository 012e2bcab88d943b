using Postmortems.PatternEngine.Weights;

namespace Postmortems.PatternEngine.Groups;

/// <summary>
/// A tree never takes back an early merge. Here each statement looks once more at the groups as they became: it moves to
/// one that it is more like, and one that stood alone joins where it is alike enough for a group of that size.
/// </summary>
internal static class Refinement
{
    private const int Rounds = 2;

    public static IReadOnlyList<int[]> Of(IReadOnlyList<int[]> clusters, Vector[] vectors, int terms, Calibration calibration)
    {
        for (var round = 0; round < Rounds; round++)
        {
            clusters = Look(clusters, vectors, terms, calibration);
        }

        return clusters;
    }

    private static List<int[]> Look(IReadOnlyList<int[]> clusters, Vector[] vectors, int terms, Calibration calibration)
    {
        var home = Homes.Of(clusters, vectors.Length);
        var means = new Means(terms, vectors);
        var postings = new Postings([.. clusters.Select(cluster => means.Of(cluster))], terms);
        var scores = new Scores(clusters.Count);
        var members = Array.ConvertAll([.. clusters], _ => new List<int>());

        for (var item = 0; item < vectors.Length; item++)
        {
            postings.Score(vectors[item], scores);
            var to = Nearest(item, home[item]);
            scores.Clear();

            if (to >= 0)
            {
                members[to].Add(item);
            }
        }

        return [.. members.Where(cluster => cluster.Count > 1).Select(cluster => cluster.ToArray())];

        int Nearest(int item, int from)
        {
            if (scores.Highest(1, except: from) is not [var other]
                || scores[other] < calibration.LineOfJoining(clusters[other].Length))
            {
                return from;
            }

            return from >= 0 && WithOthers(item, from) >= scores[other] ? from : other;
        }

        double WithOthers(int item, int cluster)
        {
            var size = clusters[cluster].Length;

            return ((scores[cluster] * size) - vectors[item].Dot(vectors[item])) / (size - 1);
        }
    }
}
