using System.Text.Json;
using System.Text.Json.Nodes;
using Postmortems.Formats.Source;

namespace Postmortems.Formats.Written;

/// <summary>Reads the files that <see cref="DocumentWriter"/> writes: nothing is guessed in them.</summary>
internal static class OwnFile
{
    private const int LongestFront = 2_000_000;

    /// <returns>Null when the text is another's, or says of itself to be ours and is not; then <paramref name="warnings"/> has why.</returns>
    public static ReadDocument? Read(string text, List<string> warnings)
    {
        try
        {
            return text.AsSpan().TrimStart("\uFEFF \t\r\n").StartsWith("{") ? OfJson(text) : OfMarkdown(text);
        }
        catch (FormatException fault)
        {
            warnings.Add($"The file says that it is a postmortem of this product, but cannot be read as one. {fault.Message} It was read as any other document.");
            return null;
        }
    }

    public static bool SaysSo(string text) =>
        HasFront(text) || (text.AsSpan().TrimStart("\uFEFF \t\r\n").StartsWith("{") && text.Contains($"\"{Notation.Format}\"", StringComparison.Ordinal));

    private static bool HasFront(string text)
    {
        var start = text.StartsWith('\uFEFF') ? text.AsSpan(1) : text;

        return start.StartsWith("---\n" + Notation.Signature) || start.StartsWith("---\r\n" + Notation.Signature);
    }

    private static ReadDocument? OfMarkdown(string text)
    {
        if (!HasFront(text))
        {
            return null;
        }

        var lines = SourceText.Of(text).Lines;
        var end = Array.FindIndex(lines, 1, line => line.TrimEnd() == "---");

        if (lines[1].TrimEnd() != Notation.Signature || end < 0)
        {
            throw new FormatException(end < 0 ? "Its front matter is never closed." : $"It is of another edition than {Notation.Format}.");
        }

        // The first line is left empty, so that lines count as in the file.
        var front = string.Join('\n', lines[1..end].Prepend(""));

        if (front.Length > LongestFront)
        {
            throw new FormatException("Its front matter is too large.");
        }

        var yaml = YamlFields.Read(front);
        var body = Whole(string.Join('\n', lines[(end + 1)..]));
        var blank = lines.Skip(end + 1).TakeWhile(line => line.Length == 0).Count();

        return new Stated(Stated.RowOf(yaml.Fields), yaml.Lines).Over(Told(body).Below(end + 1 + blank)) with { Format = SourceFormat.Markdown, Body = body };
    }

    private static ReadDocument? OfJson(string text)
    {
        // Other programs write JSON too.
        if (!text.Contains($"\"{Notation.Format}\"", StringComparison.Ordinal))
        {
            return null;
        }

        var row = Stated.RowOf(FieldsOf(text));

        if (row.Format != Notation.Format)
        {
            return null;
        }

        var body = Whole(row.Body ?? "");
        var told = Told(body) with { Sources = new Dictionary<string, LineSpan>(), Unread = [] };

        // It states all of its sections, or leaves them to its words.
        told = row.Sections is null ? told : told with { Sections = new Dictionary<string, string>() };

        return new Stated(row, JsonLines.Of(text)).Over(told) with { Format = "json", Body = body };
    }

    private static JsonObject FieldsOf(string text)
    {
        try
        {
            return JsonNode.Parse(text.TrimStart('\uFEFF'), documentOptions: new JsonDocumentOptions { MaxDepth = Notation.Json.MaxDepth }) as JsonObject ?? [];
        }
        catch (JsonException fault)
        {
            throw new FormatException($"Line {fault.LineNumber + 1} is no proper JSON.", fault);
        }
        catch (ArgumentException fault)
        {
            throw new FormatException("One of its fields stands twice.", fault);
        }
    }

    /// <summary>What a text tells by itself, under whatever name it lies on disk.</summary>
    public static ReadDocument Told(string body) => DocumentReader.ReadText("document.md", body);

    /// <summary>A text as every file holds it: whole lines, the last one ended.</summary>
    public static string Whole(string body) => string.Join('\n', SourceText.Of(body).Lines).TrimStart(['\n', '\uFEFF']).TrimEnd('\n') + "\n";

    /// <summary>With lines counted in the file that holds the text.</summary>
    private static ReadDocument Below(this ReadDocument told, int lines)
    {
        return told with
        {
            Sources = told.Sources.ToDictionary(source => source.Key, source => Down(source.Value)),
            Timeline = [.. told.Timeline.Select(entry => entry with { Lines = Down(entry.Lines) })],
            Causes = [.. told.Causes.Select(cause => cause with { Lines = Down(cause.Lines) })],
            ActionItems = [.. told.ActionItems.Select(item => item with { Lines = Down(item.Lines) })],
            Unread = [.. told.Unread.Select(part => part with { Lines = Down(part.Lines) })],
        };

        LineSpan Down(LineSpan span) => new(span.First + lines, span.Last + lines);
    }
}
