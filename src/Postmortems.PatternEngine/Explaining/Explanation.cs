using Postmortems.PatternEngine.Groups;
using Postmortems.PatternEngine.Weights;

namespace Postmortems.PatternEngine.Explaining;

/// <summary>Turns clusters of vectors into groups that can say why they belong together.</summary>
internal sealed class Explanation(Grouped grouped)
{
    // In a large set the rare terms alone find the other group that comes nearest.
    private const int MostPostings = 400;

    private const double Clear = 0.505;

    private readonly Statement[] statements = grouped.Statements;
    private readonly Vector[] vectors = grouped.Vectors;
    private readonly IReadOnlyList<int[]> clusters = grouped.Clusters;
    private readonly Vector[] means = MeansOf(grouped);
    private readonly Spread spread = new(grouped.Vocabulary.Count);
    private readonly SharedTerms terms = new(grouped.Vocabulary);
    private readonly List<Lazy<GroupReasons>> whys = new(grouped.Clusters.Count);
    private Group[] groups = [];

    /// <returns>The clear ones and those that people made, the largest first.</returns>
    public IReadOnlyList<Group> Groups()
    {
        var postings = new Postings(means, grouped.Vocabulary.Count);
        var scores = new Scores(means.Length);

        var leading = new Lazy<Dictionary<string, int>>(() => whys.Select(why => why.Value.Leading).OfType<string>().CountBy(sentence => sentence).ToDictionary(StringComparer.Ordinal));

        groups = [.. clusters.Select((_, cluster) => Make(cluster, postings, scores, leading))];

        return
        [
            .. groups
                .Where((group, cluster) => IsClear(group) || grouped.Decided?.Holds(clusters[cluster]) == true)
                .OrderByDescending(group => group.Members.Count)
                .ThenBy(group => group.Members[0].Id, StringComparer.Ordinal),
        ];
    }

    private Group Make(int cluster, Postings postings, Scores scores, Lazy<Dictionary<string, int>> leading)
    {
        var items = clusters[cluster];
        var reasons = new Lazy<GroupReasons>(() => new GroupReasons(Array.ConvertAll(items, item => new Said(statements[item], vectors[item])), means[cluster], terms));
        var members = new Member[items.Length];
        whys.Add(reasons);
        spread.Lay(means[cluster]);

        for (var at = 0; at < items.Length; at++)
        {
            var (item, place) = (items[at], at);
            var (own, other, nearness) = Compare(item, cluster, postings, scores);
            var strength = own / (own + Math.Max(grouped.Calibration.LineOf(Merge.ClassOf(items.Length)), nearness));

            members[at] = new Member(
                statements[item].Id,
                strength,
                new Lazy<MemberReasons>(() => reasons.Value.Of(place, other < 0 ? null : RunnerUp(other, nearness / own))));
        }

        Array.Sort(members, StrongestFirst);

        return new Group(members, reasons, new Lazy<string>(() => reasons.Value.Name(leading.Value.GetValueOrDefault(reasons.Value.Leading ?? "") > 1)));
    }

    /// <summary>The mean similarity to the other members, and that to the best of the other groups.</summary>
    private (double Own, int Other, double Nearness) Compare(int item, int cluster, Postings postings, Scores scores)
    {
        var size = clusters[cluster].Length;
        var complete = postings.Score(vectors[item], scores, grouped.IsLarge ? MostPostings : int.MaxValue);
        var withAll = complete ? scores[cluster] : spread.Dot(vectors[item]);
        var own = Math.Max(0, ((withAll * size) - vectors[item].Dot(vectors[item])) / (size - 1));
        Span<int> nearest = stackalloc int[2];
        nearest = nearest[..scores.Highest(nearest)];
        var other = nearest.Length > 0 && nearest[0] != cluster ? nearest[0] : nearest.Length > 1 ? nearest[1] : -1;
        var nearness = other < 0 ? 0 : complete ? scores[other] : vectors[item].Dot(means[other]);
        scores.Clear();

        return (own, other, nearness);
    }

    /// <summary>Where members are no nearer to each other than to what else there is, or than chance brings, nothing recurs.</summary>
    public static bool IsClear(Group group) => group.Members.Count == 2 || group.Members.Average(member => member.Strength) >= Clear;

    private static Vector[] MeansOf(Grouped grouped)
    {
        var summed = new Means(grouped.Vocabulary.Count, grouped.Vectors);

        return [.. grouped.Clusters.Select(cluster => summed.Of(cluster))];
    }

    private RunnerUp RunnerUp(int cluster, double nearness) => new(groups[cluster].Name, groups[cluster].Members[0].Id, nearness);

    private static int StrongestFirst(Member one, Member other)
    {
        var order = other.Strength.CompareTo(one.Strength);

        return order != 0 ? order : string.CompareOrdinal(one.Id, other.Id);
    }
}
