using System.Text.Json;
using Postmortems.Cli.Input;
using Postmortems.Language;

namespace Postmortems.Cli.Commands;

/// <summary><c>postmortems check --jsonl</c>: texts of an id each, one a line.</summary>
internal static class CheckedLines
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static IEnumerable<Row> Read(string file, CheckSettings settings)
    {
        var number = 0;

        foreach (var line in CheckedFile.TextOf(file).Split('\n'))
        {
            number++;

            if (!string.IsNullOrWhiteSpace(line))
            {
                var text = Parse(line, $"{file}, line {number}");
                yield return new Row(text.Id!, LanguageCheck.Of(text.Text!, settings).Select(finding => new Place(
                    finding.Rule.Id, finding.Rule.Category, finding.Rule.Severity.ToString().ToLowerInvariant(), finding.Start, finding.Length)));
            }
        }
    }

    private static Given Parse(string line, string where)
    {
        try
        {
            return JsonSerializer.Deserialize<Given>(line, Web) is { Id: not null, Text: not null } given ? given : throw new BadInputException($"{where}: a line needs an id and a text.");
        }
        catch (JsonException fault)
        {
            throw new BadInputException($"{where}: this is not a JSON object with an id and a text ({fault.Path}).");
        }
    }

    internal sealed record Row(string Id, IEnumerable<Place> Findings);

    internal sealed record Place(string Rule, string Category, string Severity, int Start, int Length);

    private sealed record Given(string? Id, string? Text);
}
