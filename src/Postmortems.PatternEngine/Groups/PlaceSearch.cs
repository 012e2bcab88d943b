using Postmortems.PatternEngine.Weights;

namespace Postmortems.PatternEngine.Groups;

/// <summary>
/// The groups that are most like one statement, while both groups and words become more. A group that grew is entered
/// again as it became; what it was before only brings it to mind.
/// </summary>
internal sealed class PlaceSearch(Vocabulary vocabulary, bool complete)
{
    private const int MostPostings = 2_048;
    private const int MostCandidates = 8;
    private const int MostTerms = 64;

    private readonly Postings postings = new([], vocabulary.Count);
    private readonly List<int> groupOf = [];
    private readonly List<Vector> groups = [];
    private Scores scores = new(1_024);

    public void Add(Vector mean)
    {
        groups.Add(mean);
        Enter(groups.Count - 1, mean.Heaviest(MostTerms));
    }

    public void Widen(int group, Vector member, int size)
    {
        groups[group] = Vector.Sum(groups[group], (size - 1f) / size, member, 1f / size).Heaviest(MostTerms);

        // Now and then is enough: the mean of many hardly moves.
        if (size < 8 || (size & (size - 1)) == 0)
        {
            Enter(group, groups[group]);
        }
    }

    /// <returns>The best first.</returns>
    public List<(int Group, double Similarity)> Find(Vector statement)
    {
        postings.Score(statement, scores, complete ? int.MaxValue : MostPostings);
        Span<int> best = stackalloc int[MostCandidates];
        var found = new List<(int Group, double Similarity)>(MostCandidates);

        foreach (var entry in best[..scores.Highest(best)])
        {
            var group = groupOf[entry];

            if (!found.Exists(f => f.Group == group))
            {
                found.Add((group, statement.Dot(groups[group])));
            }
        }

        scores.Clear();
        found.Sort((one, other) => other.Similarity.CompareTo(one.Similarity));

        return found;
    }

    private void Enter(int group, Vector mean)
    {
        postings.Reach(vocabulary.Count);
        postings.Add(groupOf.Count, mean);
        groupOf.Add(group);

        if (groupOf.Count > scores.Room)
        {
            scores = new Scores(groupOf.Count * 2);
        }
    }
}
