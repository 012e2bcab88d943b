using System.Text.Json;
using Postmortems.PatternEngine;

namespace Postmortems.Cli.Input;

/// <summary>Reads statements, one JSON object a line: id and text; service, leaf, role and a vector of its meaning where they are known.</summary>
internal static class StatementLines
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <param name="file">One statement a line.</param>
    /// <param name="kind">causes, fixes or documents.</param>
    /// <exception cref="BadInputException">Naming the file and the line.</exception>
    public static List<Statement> Read(string file, string kind)
    {
        if (!File.Exists(file))
        {
            throw new BadInputException($"There is no file {file}.");
        }

        var statements = new List<Statement>();
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var number = 0;

        foreach (var line in File.ReadLines(file))
        {
            number++;

            if (!string.IsNullOrWhiteSpace(line))
            {
                var statement = Parse(line, KindOf(kind), $"{file}, line {number}");

                if (!seen.Add(statement.Id))
                {
                    throw new BadInputException($"{file}, line {number}: the id {statement.Id} stands twice.");
                }

                statements.Add(statement);
            }
        }

        return statements;
    }

    private static StatementKind KindOf(string kind) => kind switch
    {
        "causes" => StatementKind.Cause,
        "fixes" => StatementKind.Fix,
        "documents" => StatementKind.Document,
        _ => StatementKind.Any,
    };

    private static Statement Parse(string line, StatementKind kind, string where)
    {
        try
        {
            var row = JsonSerializer.Deserialize<Row>(line, Web);

            return row is { Id.Length: > 0, Text: not null }
                ? new Statement(row.Id, row.Text, row.Service, row.Leaf, row.Role, kind) { Meaning = row.Vector }
                : throw new BadInputException($"{where}: a line needs an id and a text.");
        }
        catch (JsonException fault)
        {
            throw new BadInputException($"{where}: this is not a JSON object with an id and a text ({fault.Path}).");
        }
    }

    private sealed record Row(string? Id, string? Text, string? Service, string? Leaf, string? Role, float[]? Vector);
}
