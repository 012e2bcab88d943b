using System.CommandLine;
using System.Text.Json.Serialization;
using Postmortems.Cli.Input;
using Postmortems.PatternEngine;

namespace Postmortems.Cli.Commands;

/// <summary><c>postmortems patterns</c>: which causes or fix steps keep recurring.</summary>
internal static class PatternsCommand
{
    public static Command Create()
    {
        var kind = new Option<string>("--kind") { Description = "causes or fixes", Required = true };
        var explain = new Option<bool>("--explain") { Description = "Add why: the group's name, shared concepts and terms, two quotes, what speaks against it, and the runner-up." };
        var file = new Argument<string>("FILE") { Description = "Statements, one JSON object a line: id, text, and a vector of its meaning where you have one." };

        kind.AcceptOnlyFromAmong("causes", "fixes");

        var command = new Command("patterns", "Group causes or fix steps that say the same thing.") { kind, explain, file };

        command.SetAction(parsed => Output.Lines(
            parsed, () => Rows(StatementLines.Read(parsed.GetRequiredValue(file), parsed.GetRequiredValue(kind)), parsed.GetValue(explain))));

        return command;
    }

    private static IEnumerable<Row> Rows(List<Statement> statements, bool explain)
    {
        var found = Grouping.Of(statements)
            .SelectMany((group, at) => group.Members.Select(member => (Pattern: $"p{at + 1}", Group: group, Member: member)))
            .ToDictionary(f => f.Member.Id, StringComparer.Ordinal);

        foreach (var statement in statements)
        {
            yield return !found.TryGetValue(statement.Id, out var place)
                ? new Row(statement.Id, null, 0)
                : explain
                ? Explained(place.Pattern, place.Group, place.Member)
                : new Row(statement.Id, place.Pattern, Rounded(place.Member.Strength));
        }
    }

    private static Row Explained(string pattern, Group group, Member member) => new(
        member.Id,
        pattern,
        Rounded(member.Strength),
        group.Name,
        group.Concepts,
        member.SharedConcepts,
        member.SharedTerms,
        group.Quotes,
        member.Against,
        member.ByMeaning > 0 ? Rounded(member.ByMeaning) : null,
        member.RunnerUp is { } next ? next with { Nearness = Rounded(next.Nearness) } : null);

    private static double Rounded(double share) => Math.Round(share, 3);

    private sealed record Row(
        string Id,
        string? Pattern,
        double Strength,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Concepts = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? SharedConcepts = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? SharedTerms = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Quote>? Quotes = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Against = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? ByMeaning = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] RunnerUp? RunnerUp = null);
}
