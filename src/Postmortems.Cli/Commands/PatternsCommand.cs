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
        var explain = new Option<bool>("--explain") { Description = "Add the group's name, the shared concepts and the shared terms." };
        var file = new Argument<string>("FILE") { Description = "Statements, one JSON object a line: id, text." };

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
            yield return found.TryGetValue(statement.Id, out var place)
                ? new Row(
                    statement.Id,
                    place.Pattern,
                    Math.Round(place.Member.Strength, 3),
                    explain ? place.Group.Name : null,
                    explain ? place.Member.SharedConcepts : null,
                    explain ? place.Member.SharedTerms : null)
                : new Row(statement.Id, null, 0, null, null, null);
        }
    }

    private sealed record Row(
        string Id,
        string? Pattern,
        double Strength,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Name,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? SharedConcepts,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? SharedTerms);
}
