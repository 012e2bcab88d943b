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
        var explain = new Option<bool>("--explain") { Description = "Add why: shared concepts and terms, two quotes, what speaks against it, and the runner-up." };
        var file = new Argument<string>("FILE") { Description = "Statements, one JSON object a line: id, text, and a vector of its meaning where you have one." };

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

        return statements.Select(statement =>
        {
            var found = index.Find(statement, explain ? Math.Max(top, 2) : top);

            return new Row(
                statement.Id,
                found.Take(top).Select(similar => explain ? Explained(similar) : new Near(similar.Id, Rounded(similar.Score))),
                explain && found.Count > 1 ? new Next(found[1].Id, Math.Round(found[1].Score / found[0].Score, 3)) : null);
        });
    }

    private static Near Explained(Similar similar) => new(
        similar.Id, Rounded(similar.Score), similar.SharedConcepts, similar.SharedTerms, similar.Quotes, similar.Against, similar.ByMeaning > 0 ? Rounded(similar.ByMeaning) : null);

    private static double Rounded(double score) => Math.Round(score, 4);

    private sealed record Row(
        string Id,
        IEnumerable<Near> Similar,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] Next? RunnerUp);

    private sealed record Near(
        string Id,
        double Score,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? SharedConcepts = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? SharedTerms = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<Quote>? Quotes = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] IReadOnlyList<string>? Against = null,
        [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] double? ByMeaning = null);

    private sealed record Next(string Id, double Nearness);
}
