using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace Postmortems.Formats.Written;

/// <summary>Writes fields as YAML that people can read and compare line by line: one field a line, long texts as blocks.</summary>
internal static class Yaml
{
    private static readonly HashSet<string> Meanings =
        new(["true", "false", "null", "yes", "no", "on", "off", "y", "n"], StringComparer.OrdinalIgnoreCase);

    public static string Write(JsonObject fields)
    {
        var text = new StringBuilder();
        Fields(text, fields, 0);
        return text.ToString();
    }

    private static void Fields(StringBuilder text, JsonObject fields, int depth)
    {
        var first = true;

        foreach (var (name, value) in fields)
        {
            // The first field of an item stands behind its dash.
            text.Append(' ', first && text.Length > 0 && text[^1] == ' ' ? 0 : depth).Append(Scalar(name, depth)).Append(':');
            Value(text, value!, depth);
            first = false;
        }
    }

    private static void Value(StringBuilder text, JsonNode value, int depth)
    {
        switch (value)
        {
            case JsonObject { Count: > 0 } fields:
                text.Append('\n');
                Fields(text, fields, depth + 2);
                break;
            case JsonArray { Count: > 0 } items:
                text.Append('\n');
                Items(text, items, depth + 2);
                break;
            case JsonObject:
                text.Append(" {}\n");
                break;
            case JsonArray:
                text.Append(" []\n");
                break;
            default:
                text.Append(' ').Append(Scalar(value.AsValue(), depth + 2)).Append('\n');
                break;
        }
    }

    private static void Items(StringBuilder text, JsonArray items, int depth)
    {
        foreach (var item in items)
        {
            text.Append(' ', depth).Append("- ");

            if (item is JsonObject { Count: > 0 } fields)
            {
                Fields(text, fields, depth + 2);
            }
            else
            {
                text.Append(item is JsonObject ? "{}" : Scalar(item!.AsValue(), depth + 2)).Append('\n');
            }
        }
    }

    private static string Scalar(JsonValue value, int depth) => value.TryGetValue<string>(out var text) ? Scalar(text, depth) : value.ToJsonString();

    private static string Scalar(string text, int depth) => IsPlain(text) ? text : IsBlock(text) ? Block(text, depth) : Quoted(text);

    private static bool IsPlain(string text) =>
        text.Length > 0
        && char.IsAsciiLetterOrDigit(text[0])
        && text[^1] is not (' ' or ':')
        && !Meanings.Contains(text)
        && !text.Contains(": ", StringComparison.Ordinal)
        && text.All(letter => char.IsAsciiLetterOrDigit(letter) || " -_./:+()@,;'".Contains(letter, StringComparison.Ordinal));

    /// <summary>Blocks cannot say that a text begins or ends with space, and not every letter.</summary>
    private static bool IsBlock(string text) =>
        text.Contains('\n', StringComparison.Ordinal)
        && !char.IsWhiteSpace(text[0])
        && !char.IsWhiteSpace(text[^1])
        && !text.Any(letter => letter != '\n' && IsOdd(letter))
        && !text.Split('\n').Any(line => line.Length > 0 && string.IsNullOrWhiteSpace(line));

    private static string Block(string text, int depth) =>
        "|-\n" + string.Join('\n', text.Split('\n').Select(line => line.Length == 0 ? "" : new string(' ', depth) + line));

    private static string Quoted(string text)
    {
        var quoted = new StringBuilder("\"");

        foreach (var letter in text)
        {
            _ = letter switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append("\\\\"),
                '\n' => quoted.Append("\\n"),
                _ when IsOdd(letter) => quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)letter:x4}"),
                _ => quoted.Append(letter),
            };
        }

        return quoted.Append('"').ToString();
    }

    /// <summary>What ends lines, marks byte order or is not seen is written by its number.</summary>
    private static bool IsOdd(char letter) => char.IsControl(letter) || letter is '\u00A0' or '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF';
}
