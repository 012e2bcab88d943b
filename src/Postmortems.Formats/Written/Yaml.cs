using System.Globalization;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Postmortems.Formats.Written;

/// <summary>Writes fields as YAML that people can read and compare line by line: one field a line, long texts as blocks.</summary>
internal static class Yaml
{
    private static readonly EmitterSettings Layout = EmitterSettings.Default.WithBestWidth(int.MaxValue).WithIndentedSequences().WithNewLine("\n");

    private static readonly HashSet<string> Meanings =
        new(["true", "false", "null", "yes", "no", "on", "off", "y", "n"], StringComparer.OrdinalIgnoreCase);

    public static string Write(JsonObject fields)
    {
        using var text = new StringWriter(CultureInfo.InvariantCulture);
        var emitter = new Emitter(text, Layout);
        emitter.Emit(new StreamStart());
        emitter.Emit(new DocumentStart(version: null, tags: null, isImplicit: true));
        Write(emitter, fields);
        emitter.Emit(new DocumentEnd(isImplicit: true));
        emitter.Emit(new StreamEnd());
        return text.ToString();
    }

    private static void Write(Emitter emitter, JsonNode value)
    {
        switch (value)
        {
            case JsonObject fields:
                emitter.Emit(new MappingStart(AnchorName.Empty, TagName.Empty, isImplicit: true, fields.Count == 0 ? MappingStyle.Flow : MappingStyle.Block));

                foreach (var (name, field) in fields)
                {
                    Write(emitter, name);
                    Write(emitter, field!);
                }

                emitter.Emit(new MappingEnd());
                break;
            case JsonArray items:
                emitter.Emit(new SequenceStart(AnchorName.Empty, TagName.Empty, isImplicit: true, items.Count == 0 ? SequenceStyle.Flow : SequenceStyle.Block));

                foreach (var item in items)
                {
                    Write(emitter, item!);
                }

                emitter.Emit(new SequenceEnd());
                break;
            case JsonValue scalar when scalar.TryGetValue<string>(out var text):
                Write(emitter, text);
                break;
            default:
                emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, value.ToJsonString(), ScalarStyle.Plain, isPlainImplicit: true, isQuotedImplicit: false));
                break;
        }
    }

    private static void Write(Emitter emitter, string text)
    {
        var style = IsPlain(text) ? ScalarStyle.Plain : IsBlock(text) ? ScalarStyle.Literal : ScalarStyle.DoubleQuoted;
        emitter.Emit(new Scalar(AnchorName.Empty, TagName.Empty, text, style, isPlainImplicit: style == ScalarStyle.Plain, isQuotedImplicit: true));
    }

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

    /// <summary>What ends lines, marks byte order or is not seen is written by its number.</summary>
    private static bool IsOdd(char letter) => char.IsControl(letter) || letter is '\u00A0' or '\u2028' or '\u2029' or '\uFEFF' or '\uFFFE' or '\uFFFF';
}
