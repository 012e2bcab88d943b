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
        var decisions = new Option<string?>("--decisions") { Description = "What people decided, one JSON object a line: {\"together\": [\"id\", \"id\"]} or {\"apart\": [\"id\", \"id\"]}. It always holds." };
        var later = new Option<string?>("--later") { Description = "Statements that came later: each is placed among the groups of FILE, which stay as they are." };
        var file = new Argument<string>("FILE") { Description = "Statements, one JSON object a line: id, text, and a vector of its meaning where you have one." };

        kind.AcceptOnlyFromAmong("causes", "fixes");

        var command = new Command("patterns", "Group causes or fix steps that say the same thing.") { kind, explain, decisions, later, file };

        command.SetAction(parsed => Output.Lines(parsed, () =>
        {
            var told = parsed.GetRequiredValue(kind);
            var newcomers = parsed.GetValue(later) is { } more ? StatementLines.Read(more, told) : [];

            return Rows(StatementLines.Read(parsed.GetRequiredValue(file), told), newcomers, DecisionLines.Read(parsed.GetValue(decisions)), parsed.GetValue(explain));
        }));

        return command;
    }

    private static IEnumerable<Row> Rows(List<Statement> statements, List<Statement> later, Decisions decisions, bool explain)
    {
        var known = statements.ConvertAll(statement => statement.Id).ToHashSet(StringComparer.Ordinal);

        if (later.Find(statement => known.Contains(statement.Id)) is { } twice)
        {
            throw new BadInputException($"The id {twice.Id} stands in both files.");
        }

        var places = PlacesOf(statements, decisions);
        var placed = later.ToDictionary(statement => statement.Id, statement => places.Place(statement).Score, StringComparer.Ordinal);
        var members = places.Groups.SelectMany(group => group.Members.Select(member => (Group: group, Member: member))).ToDictionary(row => row.Member.Id, StringComparer.Ordinal);
        var patterns = places.Now.SelectMany((ids, at) => ids.Select(id => (id, Pattern: $"p{at + 1}"))).ToDictionary(row => row.id, row => row.Pattern, StringComparer.Ordinal);

        foreach (var id in statements.Concat(later).Select(statement => statement.Id))
        {
            yield return !patterns.TryGetValue(id, out var pattern)
                ? new Row(id, null, 0)
                : !members.TryGetValue(id, out var found)
                ? new Row(id, pattern, Rounded(placed.GetValueOrDefault(id)))
                : explain
                ? Explained(pattern, found.Group, found.Member)
                : new Row(id, pattern, Rounded(found.Member.Strength));
        }
    }

    private static Places PlacesOf(List<Statement> statements, Decisions decisions)
    {
        try
        {
            return new Places(statements, decisions);
        }
        catch (ArgumentException)
        {
            throw new BadInputException("Two statements are decided to be together and apart.");
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
