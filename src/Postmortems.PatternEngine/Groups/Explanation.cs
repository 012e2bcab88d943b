using Postmortems.PatternEngine.Weights;

namespace Postmortems.PatternEngine.Groups;

/// <summary>Turns clusters of vectors into groups that say why they belong together.</summary>
internal sealed class Explanation(
    Statement[] statements, Vector[] vectors, IReadOnlyList<int[]> clusters, Calibration calibration, Vocabulary vocabulary)
{
    private const int TermsInName = 3;

    private readonly Vector[] means = [.. clusters.Select(cluster => Vector.Mean(cluster, vectors))];
    private readonly SharedTerms terms = new(vocabulary);

    public IReadOnlyList<Group> Groups()
    {
        var postings = new Postings(means, vocabulary.Count);
        var scores = new Scores(means.Length);

        return
        [
            .. Enumerable.Range(0, means.Length)
                .Select(cluster => Explain(cluster, postings, scores))
                .OrderByDescending(group => group.Members.Count)
                .ThenBy(group => group.Members[0].Id, StringComparer.Ordinal),
        ];
    }

    private Group Explain(int cluster, Postings postings, Scores scores)
    {
        var written = Array.ConvertAll(clusters[cluster], item => terms.Written(statements[item].Text));
        var holders = written.SelectMany(w => w.Keys).CountBy(term => term).ToDictionary();
        var common = means[cluster].Where(term => holders.GetValueOrDefault(term) > 1);
        var shared = SharedTerms.Distinct(common.ByWeight().Select(term => AsMostWrote(term, written)));

        var speakers = clusters[cluster].SelectMany(item => vectors[item].Terms).CountBy(term => term).ToDictionary();
        var spoken = means[cluster].Where(term => speakers[term] > 1);
        var most = means[cluster].Where(term => speakers[term] * 2 > clusters[cluster].Length);

        var members = clusters[cluster]
            .Select((item, at) => new Member(
                statements[item].Id,
                Strength(item, cluster, postings, scores),
                SharedTerms.Between(written[at], vectors[item], common),
                terms.Concepts(vectors[item], spoken)))
            .OrderByDescending(member => member.Strength)
            .ThenBy(member => member.Id, StringComparer.Ordinal);

        return new Group(
            string.Join(", ", shared.Take(TermsInName)), shared, [.. members], terms.Concepts(most, most));
    }

    /// <summary>
    /// The mean similarity to the other members against the best of what else could be: another group, or chance.
    /// </summary>
    private double Strength(int item, int cluster, Postings postings, Scores scores)
    {
        var size = clusters[cluster].Length;
        postings.Score(vectors[item], scores);

        var withOthers = Math.Max(0, ((scores[cluster] * size) - vectors[item].Dot(vectors[item])) / (size - 1));
        var runnerUp = scores.Highest(1, except: cluster) is [var other] ? scores[other] : 0;
        scores.Clear();

        return withOthers / (withOthers + Math.Max(calibration.LineOf(Merge.ClassOf(size)), runnerUp));
    }

    private static string AsMostWrote(int term, Dictionary<int, string>[] written) =>
        written
            .Where(w => w.ContainsKey(term))
            .CountBy(w => w[term])
            .OrderByDescending(w => w.Value)
            .ThenByDescending(w => w.Key, StringComparer.Ordinal)
            .First().Key;
}
