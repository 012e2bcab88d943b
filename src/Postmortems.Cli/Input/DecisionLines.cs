using System.Text.Json;
using Postmortems.PatternEngine;

namespace Postmortems.Cli.Input;

/// <summary>Reads what people decided, one JSON object a line: two ids that belong together, or two that never do.</summary>
internal static class DecisionLines
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <exception cref="BadInputException">Naming the file and the line.</exception>
    public static Decisions Read(string? file)
    {
        if (file is null)
        {
            return Decisions.None;
        }

        if (!File.Exists(file))
        {
            throw new BadInputException($"There is no file {file}.");
        }

        var rows = File.ReadLines(file)
            .Select((line, at) => (Line: line, Where: $"{file}, line {at + 1}"))
            .Where(row => !string.IsNullOrWhiteSpace(row.Line))
            .Select(row => Parse(row.Line, row.Where))
            .ToList();

        return new Decisions([.. rows.Select(row => row.Together).OfType<string[]>().Select(Pair)], [.. rows.Select(row => row.Apart).OfType<string[]>().Select(Pair)]);
    }

    private static Row Parse(string line, string where)
    {
        try
        {
            return JsonSerializer.Deserialize<Row>(line, Web) is { } row && (row.Together ?? row.Apart) is [not null, not null]
                ? row
                : throw new BadInputException($"{where}: a line needs together or apart, with two ids.");
        }
        catch (JsonException)
        {
            throw new BadInputException($"{where}: this is not a JSON object with together or apart.");
        }
    }

    private static (string One, string Other) Pair(string[] ids) => (ids[0], ids[1]);

    private sealed record Row(string[]? Together, string[]? Apart);
}
