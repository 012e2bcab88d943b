using Postmortems.PatternEngine.Weights;

namespace Postmortems.PatternEngine.Explaining;

/// <summary>Why some statements belong together.</summary>
internal sealed class GroupReasons
{
    private const int ParticularInName = 2;

    // A name speaks for the whole group: what fewer than two thirds say may be a reason, and is no name.
    private const double ShareOfName = 2.0 / 3;

    // Longer ones are cut where lists show them.
    private const int LongestName = 100;

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

        var named = mean.Where(term => speakers.GetValueOrDefault(term) >= members.Length * ShareOfName);
        Leading = terms.Concepts(named, named) is [var first, ..] ? first : null;
    }

    /// <summary>
    /// The most telling concept that two thirds of the members speak of, as a sentence; nothing where they share only words.
    /// </summary>
    public string? Leading { get; }

    public IReadOnlyList<string> SharedTerms { get; }

    public IReadOnlyList<string> Concepts { get; }

    public IReadOnlyList<Quote> Quotes => field ??= Alike();

    /// <param name="isOneOfSeveral">Other groups have the same sentence.</param>
    public string Name(bool isOneOfSeveral)
    {
        if (Leading is null)
        {
            return Spoken();
        }

        var particular = SharedTerms.Where(term => !Leading.Contains(term, StringComparison.OrdinalIgnoreCase)).Take(ParticularInName).ToArray();

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

    /// <summary>The sentence of the member that stands in the middle, as it was written.</summary>
    private string Spoken()
    {
        var medoid = members
            .OrderByDescending(member => member.Vector.Dot(spoken))
            .ThenBy(member => member.Statement.Id, StringComparer.Ordinal)
            .First();

        return Sentences.Shortened(terms.Passage(medoid, spoken).Text.TrimEnd('.', ';', ' '), LongestName);
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
