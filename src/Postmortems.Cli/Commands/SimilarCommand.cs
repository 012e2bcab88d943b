using System.CommandLine;
using System.Text.Json.Serialization;
using Postmortems.Cli.Input;
using Postmortems.PatternEngine;

namespace Postmortems.Cli.Commands;

/// <summary><c>postmortems similar</c>: for each statement the others that are most like it.</summary>
internal static class SimilarCommand
{
    public static Command Create()
    {
        var kind = new Option<string>("--kind") { Description = "causes, fixes or documents", Required = true };
        var top = new Option<int>("--top") { Description = "How many to list.", DefaultValueFactory = _ => 10 };
        var explain = new Option<bool>("--explain") { Description = "Add the shared concepts and the shared terms." };
        var file = new Argument<string>("FILE") { Description = "Statements, one JSON object a line: id, text." };

        kind.AcceptOnlyFromAmong("causes", "fixes", "documents");
        top.Validators.Add(given =>
        {
            if (given.GetValueOrDefault<int>() < 1)
            {
                given.AddError("--top is a number from 1 up.");
            }
        });

        var command = new Command("similar", "List what is most like each statement.") { kind, top, explain, file };

        command.SetAction(parsed => Output.Lines(
            parsed, () => Rows(StatementLines.Read(parsed.GetRequiredValue(file), parsed.GetRequiredValue(kind)), parsed.GetValue(top), parsed.GetValue(explain))));

        return command;
    }

    private static IEnumerable<Row> Rows(List<Statement> statements, int top, bool explain)
    {
        var index = new SimilarityIndex(statements);

        return statements.Select(statement => new Row(
            statement.Id,
            index.Find(statement, top).Select(similar => new Near(
                similar.Id,
                Math.Round(similar.Score, 4),
                explain ? similar.SharedConcepts : null,
                explain ? similar.SharedTerms : null))));
    }

    private sealed record Row(string Id, IEnumerable<Near> Similar);

    private sealed record Near(
        string Id,
        double Score,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? SharedConcepts,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? SharedTerms);
}
