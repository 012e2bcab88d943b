using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Postmortems.Tests.ImportExport;

/// <summary>Checks data by the few words of JSON schema that our schema uses.</summary>
internal static class JsonSchema
{
    public static IEnumerable<string> FaultsOf(JsonNode? node, JsonNode schema) => Faults(node, schema, schema, "$");

    private static IEnumerable<string> Faults(JsonNode? node, JsonNode rule, JsonNode schema, string path)
    {
        if (rule["$ref"] is { } link)
        {
            rule = schema["$defs"]![link.GetValue<string>().Split('/')[^1]]!;
        }

        var fits = rule["type"]?.GetValue<string>() switch
        {
            "object" => node is JsonObject,
            "array" => node is JsonArray,
            "string" => node?.GetValueKind() == JsonValueKind.String && Regex.IsMatch(node.GetValue<string>(), rule["pattern"]?.GetValue<string>() ?? "", RegexOptions.NonBacktracking),
            "integer" => node?.GetValueKind() == JsonValueKind.Number,
            "boolean" => node?.GetValueKind() is JsonValueKind.True or JsonValueKind.False,
            _ => rule["const"] is { } only ? JsonNode.DeepEquals(only, node) : rule["enum"]!.AsArray().Any(one => JsonNode.DeepEquals(one, node)),
        };

        return !fits ? [path]
            : node is JsonObject fields ? Faults(fields, rule, schema, path)
            : node is JsonArray items ? items.SelectMany((item, i) => Faults(item, rule["items"]!, schema, $"{path}[{i}]"))
            : [];
    }

    private static IEnumerable<string> Faults(JsonObject fields, JsonNode rule, JsonNode schema, string path)
    {
        var missing = (rule["required"]?.AsArray() ?? []).Select(name => name!.GetValue<string>()).Where(name => !fields.ContainsKey(name));

        return missing.Select(name => $"{path}.{name} is missing").Concat(fields.SelectMany(field =>
            (rule["properties"]?[field.Key] ?? (rule["additionalProperties"] as JsonObject)) is { } inner ? Faults(field.Value, inner, schema, $"{path}.{field.Key}") : [$"{path}.{field.Key} is not known"]));
    }
}
