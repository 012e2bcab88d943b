using Postmortems.PatternEngine.Weights;

namespace Postmortems.PatternEngine.Explaining;

/// <summary>Why some statements belong together.</summary>
internal sealed class GroupReasons
{
    private const int TermsInName = 3;

    private readonly Said[] members;
    private readonly Dictionary<int, string>[] written;
    private readonly Dictionary<int, int> speakers;
    private readonly Vector common;
    private readonly Vector spoken;
    private readonly SharedTerms terms;

    public GroupReasons(Said[] members, Vector mean, SharedTerms terms)
    {
        this.members = members;
        this.terms = terms;
        written = Array.ConvertAll(members, member => terms.Written(member.Statement.Text));

        var holders = written.SelectMany(w => w.Keys).CountBy(term => term).ToDictionary();
        speakers = members.SelectMany(member => member.Vector.Terms).CountBy(term => term).ToDictionary();
        common = mean.Where(term => holders.GetValueOrDefault(term) > 1);
        spoken = mean.Where(term => speakers.GetValueOrDefault(term) > 1);

        var most = mean.Where(term => speakers.GetValueOrDefault(term) * 2 > members.Length);
        SharedTerms = Explaining.SharedTerms.Distinct(common.ByWeight().Select(AsMostWrote));
        Concepts = terms.Concepts(most, most);
    }

    /// <summary>What most members speak of before all else, as a sentence; nothing where the words alone hold them together.</summary>
    public string? Leading => Concepts.Count > 0 ? Concepts[0] : null;

    public IReadOnlyList<string> SharedTerms { get; }

    public IReadOnlyList<string> Concepts { get; }

    public IReadOnlyList<Quote> Quotes => field ??= Alike();

    /// <param name="isOneOfSeveral">Other groups have the same sentence.</param>
    public string Name(bool isOneOfSeveral)
    {
        if (Leading is null)
        {
            return string.Join(", ", SharedTerms.Take(TermsInName));
        }

        var particular = SharedTerms.Where(term => !Leading.Contains(term, StringComparison.OrdinalIgnoreCase)).Take(TermsInName - 1).ToArray();

        return isOneOfSeveral && particular.Length > 0 ? $"{Leading}: {string.Join(", ", particular)}" : Leading;
    }

    public MemberReasons Of(int member, RunnerUp? runnerUp) => new(
        Explaining.SharedTerms.Between(written[member], members[member].Vector, common),
        terms.Concepts(members[member].Vector, spoken),
        terms.Only(written[member], members[member].Vector, term => speakers[term] == 1),
        terms.ByMeaning(members[member].Vector, spoken),
        runnerUp);

    /// <summary>The two members that are most like the whole, where each says what both say.</summary>
    private Quote[] Alike()
    {
        var nearest = members
            .Select(member => (Said: member, Nearness: member.Vector.Dot(spoken)))
            .OrderByDescending(member => member.Nearness)
            .ThenBy(member => member.Said.Statement.Id, StringComparer.Ordinal)
            .Select(member => member.Said)
            .DistinctBy(said => said.Statement.Text)
            .Take(2)
            .ToArray();

        return nearest is [var one, var other] ? [terms.Passage(one, other.Vector), terms.Passage(other, one.Vector)] : [];
    }

    private string AsMostWrote(int term) =>
        written
            .Where(w => w.ContainsKey(term))
            .CountBy(w => w[term])
            .OrderByDescending(w => w.Value)
            .ThenByDescending(w => w.Key, StringComparer.Ordinal)
            .First().Key;
}

/// <summary>Why a statement stands in its group, and what speaks against it.</summary>
internal sealed record MemberReasons(
    IReadOnlyList<string> SharedTerms, IReadOnlyList<string> SharedConcepts, IReadOnlyList<string> Against, double ByMeaning, RunnerUp? RunnerUp);
