using System.Buffers;
using System.Text;
using System.Text.Json;

namespace Postmortems.Domain.Writing.Together;

/// <summary>
/// Changes as CodeMirror writes them: a number keeps so many units, a list takes so many out and puts the lines after it in.
/// [5, [2, "a", "b"]] keeps five units and puts "a", a line end and "b" in place of two.
/// </summary>
public static class ChangeSetJson
{
    /// <exception cref="RuleBrokenException">It is no change, or it would put in what no document may hold.</exception>
    public static ChangeSet Read(JsonElement json)
    {
        if (json.ValueKind != JsonValueKind.Array)
        {
            throw NoChange();
        }

        var changes = new StretchList();
        long length = 0;

        foreach (var part in json.EnumerateArray())
        {
            length += part.ValueKind == JsonValueKind.Array ? Replacement(changes, part) : Kept(changes, part);

            if (length > Document.LongestText)
            {
                throw NoChange();
            }
        }

        return changes.ToChangeSet();
    }

    public static ChangeSet Parse(string json)
    {
        using var told = JsonDocument.Parse(json);
        return Read(told.RootElement);
    }

    public static string Say(ChangeSet changes)
    {
        var buffer = new ArrayBufferWriter<byte>();

        using (var json = new Utf8JsonWriter(buffer))
        {
            Write(json, changes);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    public static void Write(Utf8JsonWriter json, ChangeSet changes)
    {
        json.WriteStartArray();

        foreach (var (length, insert) in changes.Stretches)
        {
            if (insert is null)
            {
                json.WriteNumberValue(length);
                continue;
            }

            json.WriteStartArray();
            json.WriteNumberValue(length);

            foreach (var line in insert.Length == 0 ? [] : insert.Split('\n'))
            {
                json.WriteStringValue(line);
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
    }

    private static int Kept(StretchList changes, JsonElement part)
    {
        var length = Count(part);
        changes.Keep(length);
        return length;
    }

    private static int Replacement(StretchList changes, JsonElement part)
    {
        var length = Count(part.EnumerateArray().FirstOrDefault());
        changes.Replace(length, string.Join('\n', part.EnumerateArray().Skip(1).Select(Line)));
        return length;
    }

    private static int Count(JsonElement part) =>
        part.ValueKind == JsonValueKind.Number && part.TryGetInt32(out var count) && count is >= 0 and <= Document.LongestText ? count : throw NoChange();

    private static string Line(JsonElement part)
    {
        if (part.ValueKind != JsonValueKind.String || Text(part) is not { } line || line.AsSpan().ContainsAny('\n', '\r'))
        {
            throw NoChange();
        }

        return line;
    }

    // Half of a character, written as an escape, is valid JSON but no text.
    private static string? Text(JsonElement part)
    {
        try
        {
            return part.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    public static RuleBrokenException NoChange() => new("document/no-change", "What arrived is not a change of a text. Please reload the page; your words stay on this device.");
}
