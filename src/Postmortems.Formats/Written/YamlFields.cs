using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Postmortems.Formats.Written;

/// <summary>Reads the front matter that <see cref="Yaml"/> writes, and remembers on which lines its fields stand.</summary>
/// <remarks>Bounded, and without aliases: a small file never becomes a large tree.</remarks>
internal sealed class YamlFields
{
    private const int MostEvents = 200_000;
    private const int DeepestNesting = 10;

    private readonly Parser parser;
    private int events;
    private int lastLine;

    private YamlFields(string yaml) => parser = new Parser(new StringReader(yaml));

    /// <summary>By a path such as <c>title</c> or <c>timeline[3]</c>, lines from 0.</summary>
    public Dictionary<string, (int First, int Last)> Lines { get; } = [];

    public JsonObject Fields { get; private set; } = [];

    /// <exception cref="FormatException">With a sentence for the person who reviews the import.</exception>
    public static YamlFields Read(string yaml)
    {
        try
        {
            var read = new YamlFields(yaml);
            read.Next();
            read.parser.Consume<StreamStart>();
            read.parser.Consume<DocumentStart>();
            read.Fields = read.Value("", 0) as JsonObject ?? throw new FormatException("It holds no fields.");
            return read;
        }
        catch (YamlException fault)
        {
            throw new FormatException($"Line {fault.Start.Line + 1} is no proper YAML.", fault);
        }
        catch (EndOfStreamException fault)
        {
            throw new FormatException("It ends too early.", fault);
        }
    }

    private JsonNode? Value(string path, int depth)
    {
        if (depth > DeepestNesting)
        {
            throw new FormatException("It is nested too deeply.");
        }

        Next();
        var first = (int)parser.Current!.Start.Line - 1;
        JsonNode? value = parser.Current switch
        {
            MappingStart => Mapping(path, depth),
            SequenceStart => Sequence(path, depth),
            Scalar => ValueOf(parser.Consume<Scalar>()),
            _ => throw new FormatException("It uses an alias, which is not followed."),
        };

        if (path.Length > 0)
        {
            Lines[path] = (first, Math.Max(first, lastLine));
        }

        return value;
    }

    private JsonObject Mapping(string path, int depth)
    {
        parser.Consume<MappingStart>();
        var fields = new JsonObject();

        while (!parser.TryConsume<MappingEnd>(out _))
        {
            Next();
            var name = (parser.Current as Scalar ?? throw new FormatException("One of its fields has no plain name.")).Value;
            parser.MoveNext();
            var value = Value(path.Length == 0 ? name : $"{path}.{name}", depth + 1);

            if (!fields.TryAdd(name, value))
            {
                throw new FormatException($"The field {MomentRow.Shown(name)} stands twice.");
            }
        }

        return fields;
    }

    private JsonArray Sequence(string path, int depth)
    {
        parser.Consume<SequenceStart>();
        var items = new JsonArray();

        while (!parser.TryConsume<SequenceEnd>(out _))
        {
            items.Add(Value($"{path}[{items.Count}]", depth + 1));
        }

        return items;
    }

    private JsonValue? ValueOf(Scalar scalar)
    {
        // A block ends where the next line begins.
        lastLine = (int)(scalar.End.Column == 1 && scalar.End.Line > scalar.Start.Line ? scalar.End.Line - 2 : scalar.End.Line - 1);
        var isPlain = scalar.Style == ScalarStyle.Plain;

        return isPlain && scalar.Value is "" or "null" or "~" ? null
            : isPlain && scalar.Value is "true" or "false" ? JsonValue.Create(scalar.Value == "true")
            : JsonValue.Create(scalar.Value);
    }

    private void Next()
    {
        if (++events > MostEvents)
        {
            throw new FormatException("It holds too many fields.");
        }

        if (parser.Current is null && !parser.MoveNext())
        {
            throw new FormatException("It ends too early.");
        }
    }
}
