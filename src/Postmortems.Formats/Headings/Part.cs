using Postmortems.Formats.Blocks;

namespace Postmortems.Formats.Headings;

/// <summary>A heading with what stands below it, which other parts may interrupt.</summary>
internal sealed class Part(Kind kind, int level, string heading, int line)
{
    private readonly List<Block> blocks = [];
    private readonly List<(int First, int Last)> segments = [];

    /// <summary>Below every heading that is written as one.</summary>
    public const int LabelLevel = 7;

    public Kind Kind => kind;

    public int Level => level;

    public bool IsLabel => level == LabelLevel;

    /// <summary>Markdown; empty for what stands above the first heading.</summary>
    public string Heading => heading;

    public int Line => line;

    /// <summary>What stands on the line of a label, after it.</summary>
    public string Opening { get; private set; } = "";

    public IReadOnlyList<Block> Blocks => blocks;

    public int Last => segments.Count == 0 ? line : Math.Max(line, segments[^1].Last);

    public void Open(string text) => Opening = text;

    /// <param name="follows">Whether the block before it, of any part, was this part's too.</param>
    public void Add(Block block, bool follows, bool onHeadingLine = false)
    {
        blocks.Add(block);
        var first = onHeadingLine ? block.First + 1 : block.First;

        if (first > block.Last)
        {
            return;
        }

        if (follows && segments.Count > 0)
        {
            segments[^1] = (segments[^1].First, block.Last);
        }
        else
        {
            segments.Add((first, block.Last));
        }
    }

    /// <summary>The same part without some of its blocks.</summary>
    public Part Without(Predicate<Block> left)
    {
        var rest = new Part(kind, level, heading, line);
        var follows = false;

        foreach (var block in blocks)
        {
            var isKept = !left(block);

            if (isKept)
            {
                rest.Add(block, follows);
            }

            follows = isKept;
        }

        return rest;
    }

    /// <summary>The Markdown below the heading, without the indentation all its lines share.</summary>
    public string Markdown(string[] lines)
    {
        var text = segments.Select(segment => Dedent(lines[segment.First..(segment.Last + 1)]));

        return string.Join("\n\n", text.Prepend(Opening).Where(piece => piece.Length > 0)).Trim('\n');
    }

    private static string Dedent(string[] lines)
    {
        var shared = lines.Where(line => line.Trim().Length > 0).Select(Indent).DefaultIfEmpty(0).Min();

        return string.Join('\n', lines.Select(line => line.Length >= shared ? line[shared..] : line.TrimStart()));
    }

    private static int Indent(string line) => line.Length - line.TrimStart(' ').Length;
}
