using Postmortems.PatternEngine.Weights;

namespace Postmortems.PatternEngine.Groups;

/// <summary>
/// The nearest group to a statement, in bounded time: the rare terms find the candidates, and the few best of these are
/// compared in full.
/// </summary>
internal sealed class GroupSearch
{
    private const int MostPostings = 120;
    private const int MostCandidates = 2;

    private readonly List<Vector> groups;
    private readonly Postings postings;
    private readonly Scores scores;
    private readonly Spread spread;

    public GroupSearch(List<Vector> groups, int terms, int most)
    {
        this.groups = groups;
        postings = new Postings(groups, terms);
        scores = new Scores(most);
        spread = new Spread(terms);
    }

    public void Add(Vector group)
    {
        postings.Add(groups.Count, group);
        groups.Add(group);
    }

    /// <param name="statement">May be a member of a group.</param>
    /// <param name="home">Its group, or -1; it is compared with the others there.</param>
    /// <param name="size">Of that group, with the statement.</param>
    public Neighbour Find(Vector statement, int home = -1, int size = 0)
    {
        var complete = postings.Score(statement, scores, MostPostings);
        Span<int> best = stackalloc int[MostCandidates];
        var nearest = Neighbour.None;

        if (!complete)
        {
            spread.Lay(statement);
        }

        foreach (var group in best[..scores.Highest(best)])
        {
            var similarity = complete ? scores[group] : spread.Dot(groups[group]);

            if (group == home)
            {
                similarity = Math.Max(0, ((similarity * size) - statement.Dot(statement)) / (size - 1));
            }

            if (similarity > nearest.Similarity)
            {
                nearest = new Neighbour(group, similarity);
            }
        }

        scores.Clear();

        return nearest;
    }
}
