using System.Text.Json;
using System.Text.Json.Nodes;
using Postmortems.Formats.Written;

namespace Postmortems.Formats;

/// <summary>Writes a postmortem as a file that people can read and that <see cref="DocumentReader"/> reads back to the same data.</summary>
public static class DocumentWriter
{
    /// <summary>Markdown below front matter. What the text tells by itself does not stand in the front matter as well.</summary>
    public static string Markdown(ReadDocument document)
    {
        var row = Rows.Of(document);
        var body = OwnFile.Whole(document.Body);
        var told = Rows.Of(OwnFile.Told(body));
        var front = row with
        {
            Body = null,
            Timeline = Unless(row.Timeline, told.Timeline),
            Causes = Unless(row.Causes, told.Causes),
            ActionItems = Unless(row.ActionItems, told.ActionItems),
            Sections = OtherThan(told.Sections ?? [], row.Sections ?? []),
        };

        return $"---\n{Yaml.Write(JsonSerializer.SerializeToNode(front, Notation.Json)!.AsObject())}---\n\n{body}";
    }

    /// <summary>The same as JSON, after the published schema.</summary>
    /// <param name="schema">Where the schema is found; left out when null.</param>
    public static string Json(ReadDocument document, string? schema = null)
    {
        var row = Rows.Of(document);

        return JsonSerializer.Serialize(
            row with
            {
                Schema = schema,
                Timeline = row.Timeline ?? [],
                Causes = row.Causes ?? [],
                ActionItems = row.ActionItems ?? [],
                Sections = row.Sections ?? [],
                Body = OwnFile.Whole(document.Body),
            },
            Notation.Json) + "\n";
    }

    /// <returns>Null when the text tells the same; an empty list says that there is none whatever the text tells.</returns>
    private static T? Unless<T>(T? stated, T? told)
        where T : class, new() =>
        JsonSerializer.Serialize(stated, Notation.Json) == JsonSerializer.Serialize(told, Notation.Json) ? null : stated ?? new T();

    /// <returns>Only the sections that the text tells otherwise, empty for those that there are not; null when there are none such.</returns>
    private static Dictionary<string, string>? OtherThan(Dictionary<string, string> told, Dictionary<string, string> stated)
    {
        var other = stated.Where(section => told.GetValueOrDefault(section.Key) != section.Value)
            .Concat(told.Keys.Except(stated.Keys).Select(key => KeyValuePair.Create(key, "")))
            .ToDictionary();

        return other.Count == 0 ? null : other;
    }
}
