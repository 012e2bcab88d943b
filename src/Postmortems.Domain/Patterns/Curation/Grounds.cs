using Postmortems.PatternEngine;

namespace Postmortems.Domain.Patterns.Curation;

/// <summary>What speaks for a suggestion, and what against it.</summary>
internal sealed record Grounds(
    IReadOnlyList<Guid> Causes, double Rank, IReadOnlyList<string> SharedTerms, (Guid First, Guid Second) Quotes,
    IReadOnlyList<string> Against, Guid? RunnerUp, IReadOnlyList<string> RunnerUpTerms);

/// <summary>Weighs proposals: how many postmortems, how alike, where they differ, and what else was near.</summary>
internal sealed class Weighing(IReadOnlyDictionary<string, RecurringCause> causes)
{
    /// <summary>Below this chance, or another group, was nearly as close.</summary>
    private const double Loosely = 0.6;

    private const int MostNamed = 4;
    private const int Nearest = 40;

    private readonly Lazy<SimilarityIndex> index = new(() => new SimilarityIndex(causes.Values.Select(cause => cause.ToStatement())));

    public Grounds Weigh(Proposal proposal, IReadOnlyDictionary<Guid, CausePlace> places)
    {
        var strengths = proposal.Group.Members.ToDictionary(member => member.Cause.Id, member => member.Member.Strength);
        var rank = proposal.Causes.GroupBy(cause => cause.PostmortemId).Sum(told => told.Max(cause => strengths.GetValueOrDefault(cause.Id, Loosely)));
        var near = index.Value.Find(proposal.Causes[0].ToStatement(), Nearest).FirstOrDefault(similar => IsElse(proposal, causes[similar.Id].Id, places));

        return new Grounds(
            [.. proposal.Causes.Select(cause => cause.Id)], rank, proposal.Group.SharedTerms, (proposal.First.Id, proposal.Second.Id),
            [.. Against(proposal, strengths)], near is null ? null : causes[near.Id].Id, near?.SharedTerms ?? []);
    }

    private static bool IsElse(Proposal proposal, Guid cause, IReadOnlyDictionary<Guid, CausePlace> places) =>
        proposal.Group.Members.All(member => member.Cause.Id != cause)
        && (places.GetValueOrDefault(cause)?.Pattern is not { } pattern || (pattern != proposal.Pattern && pattern != proposal.Other));

    private static IEnumerable<string> Against(Proposal proposal, Dictionary<Guid, double> strengths)
    {
        RecurringCause[] compared = [.. proposal.Causes.Append(proposal.First).Append(proposal.Second).Distinct()];
        var services = compared.Select(cause => cause.Service).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        var kinds = compared.Select(cause => cause.Leaf).OfType<string>().Distinct().Select(code => Causes.Taxonomy.Find(code)?.Label ?? code).Order(StringComparer.Ordinal).ToList();
        var loose = compared.Count(cause => strengths.GetValueOrDefault(cause.Id, 1) < Loosely);

        if (services.Count > 1)
        {
            yield return $"They are about different services: {Named(services)}.";
        }

        if (kinds.Count > 1)
        {
            yield return $"Their writers chose different kinds of cause: {Named(kinds)}.";
        }

        if (loose > 0)
        {
            yield return $"{(loose == compared.Length ? "All of them are" : loose == 1 ? "One of them is" : $"{loose} of them are")} only loosely alike: chance or something else was nearly as close.";
        }
    }

    private static string Named(List<string> names) =>
        names.Count <= MostNamed ? string.Join(", ", names) : $"{string.Join(", ", names.Take(MostNamed))} and {names.Count - MostNamed} more";
}
