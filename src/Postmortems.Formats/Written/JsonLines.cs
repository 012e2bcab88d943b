using System.Text;
using System.Text.Json;

namespace Postmortems.Formats.Written;

/// <summary>On which lines the fields of a JSON file stand.</summary>
internal static class JsonLines
{
    /// <returns>By a path such as <c>title</c> or <c>timeline[3]</c>, lines from 0; of the first two levels.</returns>
    public static Dictionary<string, (int First, int Last)> Of(string text)
    {
        var bytes = Encoding.UTF8.GetBytes(text.TrimStart('\uFEFF'));
        var reader = new Utf8JsonReader(bytes, new JsonReaderOptions { MaxDepth = Notation.Json.MaxDepth });
        var lines = new Dictionary<string, (int First, int Last)>();
        var open = new Dictionary<int, (string Path, int First)>();
        var (at, line, field, item) = (0, 0, "", 0);

        while (reader.Read())
        {
            for (; at < reader.TokenStartIndex; at++)
            {
                line += bytes[at] == '\n' ? 1 : 0;
            }

            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName when reader.CurrentDepth == 1:
                    (field, item) = (reader.GetString()!, 0);
                    break;
                case JsonTokenType.StartObject or JsonTokenType.StartArray when reader.CurrentDepth is 1 or 2:
                    open[reader.CurrentDepth] = (reader.CurrentDepth == 1 ? field : $"{field}[{item++}]", line);
                    break;
                case JsonTokenType.EndObject or JsonTokenType.EndArray when open.Remove(reader.CurrentDepth, out var closed):
                    lines[closed.Path] = (closed.First, line);
                    break;
                case not JsonTokenType.PropertyName when reader.CurrentDepth == 1:
                    lines[field] = (line, line);
                    break;
            }
        }

        return lines;
    }
}
