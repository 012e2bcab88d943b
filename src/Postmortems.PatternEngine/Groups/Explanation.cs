using Postmortems.PatternEngine.Weights;

namespace Postmortems.PatternEngine.Groups;

/// <summary>Turns clusters of vectors into groups that say why they belong together.</summary>
internal static class Explanation
{
    public static IReadOnlyList<Group> Of(
        Statement[] statements, Vector[] vectors, IReadOnlyList<int[]> clusters, double line, Vocabulary vocabulary)
    {
        var means = clusters.Select(cluster => Mean(cluster, vectors)).ToArray();
        var postings = new Postings(means, vocabulary.Count);
        var scores = new Scores(means.Length);

        var groups = clusters.Select((cluster, at) =>
        {
            var members = cluster
                .Select(item => Member(statements[item], vectors[item], at, cluster.Length))
                .OrderByDescending(m => m.Strength)
                .ThenBy(m => m.Id, StringComparer.Ordinal)
                .ToArray();
            var terms = members
                .SelectMany(m => m.SharedTerms)
                .GroupBy(t => t, StringComparer.OrdinalIgnoreCase)
                .OrderByDescending(t => t.Count())
                .ThenBy(t => t.Key, StringComparer.OrdinalIgnoreCase)
                .Select(t => t.First());
            var shared = SharedTerms.Distinct(terms).Take(6).ToArray();

            return new Group(string.Join(", ", shared.Take(3)), shared, members);
        });

        return [.. groups.OrderByDescending(g => g.Members.Count).ThenBy(g => g.Members[0].Id, StringComparer.Ordinal)];

        Member Member(Statement statement, Vector vector, int own, int size)
        {
            postings.Score(vector, scores);
            var withRest = ((scores[own] * size) - vector.Dot(vector)) / (size - 1);
            var runnerUp = scores.Best(except: own).Score;
            scores.Clear();

            return new Member(
                statement.Id,
                Math.Clamp(withRest / (withRest + Math.Max(line, runnerUp)), 0, 1),
                SharedTerms.Between(statement.Text, vector, means[own], vocabulary));
        }
    }

    private static Vector Mean(int[] cluster, Vector[] vectors) =>
        cluster.Skip(1).Aggregate(
            (Sum: vectors[cluster[0]], Count: 1),
            (mean, item) => (Vector.Sum(mean.Sum, mean.Count / (mean.Count + 1f), vectors[item], 1 / (mean.Count + 1f)), mean.Count + 1)).Sum;
}
