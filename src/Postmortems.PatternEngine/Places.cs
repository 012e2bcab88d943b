using System.Diagnostics.CodeAnalysis;
using Postmortems.PatternEngine.Explaining;
using Postmortems.PatternEngine.Groups;
using Postmortems.PatternEngine.Weights;

namespace Postmortems.PatternEngine;

/// <summary>
/// Groups that grow: each new statement is placed among what is there, by the line that was drawn when all were grouped,
/// and nothing else moves. Where it stands is provisional: a newcomer may draw the line anew, or bring two groups
/// together, which only all statements together can tell. For one thread at a time.
/// </summary>
public sealed class Places
{
    private readonly Decisions decisions;
    private readonly List<Statement> all = [];
    private readonly List<List<string>> members = [];
    private readonly Dictionary<string, int> homes = new(StringComparer.Ordinal);
    private Grouped grouped;
    private PlaceSearch search;

    /// <exception cref="ArgumentException">Two statements are to be together and apart.</exception>
    public Places(IReadOnlyList<Statement> statements, Decisions? decisions = null)
    {
        this.decisions = decisions ?? Decisions.None;
        all.AddRange(statements);
        Recompute();
    }

    /// <summary>As they were found when all were grouped.</summary>
    public IReadOnlyList<Group> Groups { get; private set; }

    /// <summary>As they are now, by id.</summary>
    public IEnumerable<IReadOnlyList<string>> Now => members.Where(group => group.Count > 1);

    /// <summary>Groups all statements again: the same groups, in whatever order and how often they came.</summary>
    [MemberNotNull(nameof(grouped), nameof(search), nameof(Groups))]
    public void Recompute()
    {
        grouped = new Grouped(all, decisions);
        Groups = new Explanation(grouped).Groups();
        search = new PlaceSearch(grouped.Vocabulary, complete: !grouped.IsLarge);
        members.Clear();
        homes.Clear();

        var placeOf = grouped.Statements.Select((statement, at) => (statement.Id, at)).ToDictionary(s => s.Id, s => s.at, StringComparer.Ordinal);

        var means = new Means(grouped.Vocabulary.Count, grouped.Vectors);

        foreach (var group in Groups)
        {
            Settle([.. group.Members.Select(member => member.Id)], means.Of([.. group.Members.Select(member => placeOf[member.Id])]));
        }

        foreach (var (id, at) in placeOf.Where(place => !homes.ContainsKey(place.Key)))
        {
            Settle([id], grouped.Vectors[at]);
        }
    }

    /// <summary>Finds the place of one more statement.</summary>
    public Placement Place(Statement statement)
    {
        all.Add(statement);
        var vector = grouped.Vocabulary.Learn(statement);
        var (home, score) = Decided(statement.Id) is { } decided ? (decided, 1) : Nearest(statement.Id, vector);

        if (home < 0)
        {
            Settle([statement.Id], vector);

            return new Placement([], 0);
        }

        var with = members[home].ToArray();
        members[home].Add(statement.Id);
        homes[statement.Id] = home;
        search.Widen(home, vector, members[home].Count);

        return new Placement(with, score);
    }

    private (int Home, double Score) Nearest(string id, Vector vector)
    {
        foreach (var (home, similarity) in search.Find(vector))
        {
            if (similarity >= LineFor(members[home].Count) && !members[home].Exists(other => Are(decisions.Apart, id, other)))
            {
                return (home, similarity);
            }
        }

        return (-1, 0);
    }

    private double LineFor(int size) => size == 1 ? grouped.Calibration.LineOf(0) : grouped.Calibration.LineOfJoining(size);

    private int? Decided(string id) =>
        decisions.Together
            .Where(pair => pair.One == id || pair.Other == id)
            .Select(pair => homes.TryGetValue(pair.One == id ? pair.Other : pair.One, out var home) ? home : (int?)null)
            .FirstOrDefault(home => home is not null);

    private static bool Are(IReadOnlyList<(string One, string Other)> pairs, string one, string other) =>
        pairs.Any(pair => (pair.One == one && pair.Other == other) || (pair.One == other && pair.Other == one));

    private void Settle(List<string> ids, Vector mean)
    {
        ids.ForEach(id => homes[id] = members.Count);
        members.Add(ids);
        search.Add(mean);
    }
}

/// <summary>Where a new statement stands.</summary>
/// <param name="With">The others of its group; none when it stands alone.</param>
/// <param name="Score">How like the group it is, 0 to 1.</param>
public sealed record Placement(IReadOnlyList<string> With, double Score);
