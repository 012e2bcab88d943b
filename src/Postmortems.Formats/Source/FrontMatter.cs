using YamlDotNet.Core;
using YamlDotNet.Core.Events;

namespace Postmortems.Formats.Source;

/// <summary>The block of fields between <c>---</c> (YAML) or <c>+++</c> (TOML) at the top of a file.</summary>
internal sealed class FrontMatter
{
    public const int LongestLines = 500;
    public const int LongestCharacters = 64 * 1024;
    public const int MostEvents = 5000;
    public const int DeepestNesting = 20;

    private readonly Dictionary<string, List<string>> fields = new(StringComparer.OrdinalIgnoreCase);

    private FrontMatter(int lines, string? warning)
    {
        Lines = lines;
        Warning = warning;
    }

    /// <summary>How many lines it takes with both fences; 0 when there is none.</summary>
    public int Lines { get; }

    public string? Warning { get; private set; }

    public IEnumerable<string> Keys => fields.Keys;

    public string? One(string key) => fields.TryGetValue(key, out var values) ? values.FirstOrDefault(v => v.Length > 0) : null;

    public IReadOnlyList<string> All(string key) => fields.TryGetValue(key, out var values) ? values : [];

    public static FrontMatter Of(string[] lines)
    {
        var fence = lines[0].TrimEnd();

        if (fence is not ("---" or "+++"))
        {
            return new FrontMatter(0, null);
        }

        var end = Array.FindIndex(lines, 1, Math.Min(lines.Length - 1, LongestLines), line => line.TrimEnd() == fence || (fence == "---" && line.TrimEnd() == "..."));

        // A rule at the top of a document without fields opens no front matter.
        if (end < 0 || end == 1 || !lines[1..end].Any(line => line.Contains(fence == "---" ? ':' : '=', StringComparison.Ordinal)))
        {
            return new FrontMatter(0, end < 0 && fence == "+++" || end < 0 && lines.Length > 1 && lines[1].Contains(": ", StringComparison.Ordinal)
                ? "The front matter is never closed; it was read as text."
                : null);
        }

        var inner = lines[1..end];

        if (inner.Sum(line => line.Length + 1) > LongestCharacters)
        {
            return new FrontMatter(end + 1, "The front matter is too large to read; it was kept as text.");
        }

        var found = new FrontMatter(end + 1, null);

        if (fence == "+++" || !found.TakeYaml(string.Join('\n', inner)))
        {
            found.TakeLines(inner, fence == "+++" ? '=' : ':');
        }

        return found;
    }

    private bool TakeYaml(string yaml)
    {
        try
        {
            TakeEvents(new Parser(new StringReader(yaml)));

            return true;
        }
        catch (YamlException)
        {
            fields.Clear();
            Warning = "The front matter is not proper YAML; its plain lines were read.";

            return false;
        }
    }

    // Events instead of objects: nothing is built for what is not asked, and an alias never unfolds.
    private void TakeEvents(Parser parser)
    {
        var depth = 0;
        var events = 0;
        string? key = null;
        var awaitsKey = true;

        while (parser.MoveNext())
        {
            if (++events > MostEvents || depth > DeepestNesting)
            {
                Warning = "The front matter is nested too deeply or too long; only its beginning was read.";
                return;
            }

            switch (parser.Current)
            {
                case AnchorAlias:
                    Warning = "The front matter uses an alias, which is not followed.";
                    awaitsKey = depth == 1;
                    break;
                case MappingStart or SequenceStart:
                    depth++;
                    awaitsKey = depth == 1;
                    break;
                case MappingEnd or SequenceEnd:
                    depth--;
                    awaitsKey = depth == 1;
                    break;
                case Scalar scalar when depth == 1 && awaitsKey:
                    key = scalar.Value;
                    fields.TryAdd(key, []);
                    awaitsKey = false;
                    break;
                case Scalar scalar when key is not null:
                    fields[key].Add(scalar.Value.Trim());
                    awaitsKey = depth == 1;
                    break;
            }
        }
    }

    private void TakeLines(string[] lines, char separator)
    {
        foreach (var line in lines)
        {
            var at = line.IndexOf(separator, StringComparison.Ordinal);

            if (at > 0 && !char.IsWhiteSpace(line[0]) && line[0] != '#')
            {
                fields.TryAdd(line[..at].Trim(), [.. ValuesOf(line[(at + 1)..].Trim())]);
            }
        }
    }

    private static IEnumerable<string> ValuesOf(string written) =>
        written is ['[', .. var inner, ']']
            ? inner.Split(',').Select(part => part.Trim(' ', '"', '\''))
            : [written.Trim('"', '\'')];
}
