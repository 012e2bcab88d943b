using Postmortems.PatternEngine;

namespace Postmortems.Domain.Patterns.Curation;

/// <summary>What speaks for a suggestion, and what against it.</summary>
internal sealed record Grounds(
    IReadOnlyList<Guid> Members, DateTimeOffset SeenAt, double Rank, IReadOnlyList<string> SharedTerms, (Guid First, Guid Second) Quotes,
    IReadOnlyList<string> Against, Guid? RunnerUp, IReadOnlyList<string> RunnerUpTerms);

/// <summary>Weighs proposals: how many postmortems, how alike, where they differ, and what else was near.</summary>
internal sealed class Weighing(IReadOnlyDictionary<Guid, RecurringStatement> statements)
{
    /// <summary>Below this chance, or another group, was nearly as close.</summary>
    private const double Loosely = 0.6;

    private const int MostNamed = 4;
    private const int Nearest = 40;

    private readonly Lazy<SimilarityIndex> index = new(() => new SimilarityIndex(statements.Values.Select(statement => statement.ToStatement())));

    public Grounds Weigh(Proposal proposal, IReadOnlyDictionary<Guid, StatementPlace> places)
    {
        var strengths = proposal.Group.Members.ToDictionary(member => member.Statement.Id, member => member.Member.Strength);
        var rank = proposal.Members.GroupBy(statement => statement.ToldIn).Sum(told => told.Max(statement => strengths.GetValueOrDefault(statement.Id, Loosely)));
        var near = index.Value.Find(proposal.Members[0].ToStatement(), Nearest).FirstOrDefault(similar => IsElse(proposal, IdOf(similar), places));

        return new Grounds(
            [.. proposal.Members.Select(statement => statement.Id)], proposal.Members.Max(statement => statement.SeenAt), rank, proposal.Group.SharedTerms, (proposal.First.Id, proposal.Second.Id),
            [.. Against(proposal, strengths)], near is null ? null : IdOf(near), near?.SharedTerms ?? []);
    }

    private static Guid IdOf(Similar similar) => Guid.ParseExact(similar.Id, "N");

    private static bool IsElse(Proposal proposal, Guid statement, IReadOnlyDictionary<Guid, StatementPlace> places) =>
        proposal.Group.Members.All(member => member.Statement.Id != statement)
        && (places.GetValueOrDefault(statement)?.Pattern is not { } pattern || (pattern != proposal.Pattern && pattern != proposal.Other));

    private static IEnumerable<string> Against(Proposal proposal, Dictionary<Guid, double> strengths)
    {
        RecurringStatement[] compared = [.. proposal.Members.Append(proposal.First).Append(proposal.Second).Distinct()];
        var services = compared.Select(statement => statement.Service).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        var kinds = compared.Select(statement => statement.KindWords).OfType<string>().Distinct().Order(StringComparer.Ordinal).ToList();
        var loose = compared.Count(statement => strengths.GetValueOrDefault(statement.Id, 1) < Loosely);

        if (services.Count > 1)
        {
            yield return $"They are about different services: {Named(services)}.";
        }

        if (kinds.Count > 1)
        {
            yield return $"Their writers chose different kinds of {(proposal.Pattern.IsOfFixes ? "fix" : "cause")}: {Named(kinds)}.";
        }

        if (loose > 0)
        {
            yield return $"{(loose == compared.Length ? "All of them are" : loose == 1 ? "One of them is" : $"{loose} of them are")} only loosely alike: chance or something else was nearly as close.";
        }
    }

    private static string Named(List<string> names) =>
        names.Count <= MostNamed ? string.Join(", ", names) : $"{string.Join(", ", names.Take(MostNamed))} and {names.Count - MostNamed} more";
}
