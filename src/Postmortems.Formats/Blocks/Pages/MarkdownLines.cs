using System.Text;

namespace Postmortems.Formats.Blocks.Pages;

/// <summary>Markdown written line by line; each line remembers the line of the page it came from.</summary>
internal sealed class MarkdownLines
{
    private readonly List<string> lines = [];
    private readonly List<int> sources = [];
    private readonly StringBuilder inline = new();
    private string firstPrefix = "";
    private string prefix = "";
    private int source;
    private int inlineSource;

    public IReadOnlyList<string> Lines => lines;

    /// <summary>For each line the line of the page, from 0.</summary>
    public IReadOnlyList<int> Sources => sources;

    /// <summary>What is written next comes from a line of the page, from 0.</summary>
    public void At(int line) => source = line;

    public void Text(string text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
            {
                if (inline.Length > 0 && !char.IsWhiteSpace(inline[^1]))
                {
                    inline.Append(' ');
                }
            }
            else
            {
                if (inline.Length == 0)
                {
                    inlineSource = source;
                    inline.Append(c is '#' or '>' or '+' or '-' or '*' && text.Length > 1 && !char.IsLetterOrDigit(text[1]) ? "\\" : "");
                }

                inline.Append(c == '<' ? "\\<" : c);
            }
        }
    }

    public void Raw(string text)
    {
        inlineSource = inline.Length == 0 ? source : inlineSource;
        inline.Append(text);
    }

    public void Code(string text)
    {
        var words = PageWords.Collapsed(text);

        Raw(words.Contains('`', StringComparison.Ordinal) ? $"`` {words} ``" : $"`{words}`");
    }

    public void Break() => inline.Append(inline.Length > 0 ? "\n" : "");

    public void Marked(string mark, Action write)
    {
        var start = Open(write, out var line);

        // Blocks inside cannot be marked. An empty one leaves no line, but takes what stood before.
        if (line != lines.Count || start > inline.Length)
        {
            return;
        }

        var words = inline.ToString(start, inline.Length - start);

        if (words.Trim().Length > 0)
        {
            inline.Length = start;
            inline.Append(words.StartsWith(' ') ? " " : "").Append(mark).Append(words.Trim()).Append(mark).Append(words.EndsWith(' ') ? " " : "");
        }
    }

    public void Linked(string address, Action write)
    {
        var start = Open(write, out var line);

        if (line != lines.Count || start > inline.Length)
        {
            return;
        }

        var words = inline.ToString(start, inline.Length - start).Trim();
        inline.Length = start;
        inline.Append(words.Length == 0 || words == address ? address : $"[{words}]({address.Replace(" ", "%20", StringComparison.Ordinal)})");
    }

    public void Flush() => FlushAs("");

    public void FlushAs(string mark)
    {
        var text = inline.ToString().Trim();
        inline.Clear();

        if (text.Length > 0)
        {
            Block(mark, text, inlineSource);
        }
    }

    public void Block(string mark, string text) => Block(mark, text, source);

    public void Fence(string code)
    {
        Flush();
        var fence = code.Contains("```", StringComparison.Ordinal) ? "~~~~" : "```";
        Block("", $"{fence}\n{code.Trim('\n')}\n{fence}", source);
    }

    public void Row(IEnumerable<string> cells) => Add(TakePrefix() + "| " + string.Join(" | ", cells) + " |", source);

    /// <summary>A list or table of its own does not go on the paragraph above it.</summary>
    public void Apart()
    {
        Flush();

        if (prefix.Length == 0 && firstPrefix.Length == 0)
        {
            Blank();
        }
    }

    public void EndList()
    {
        Flush();
        Blank();
    }

    /// <summary>What is written inside begins with one prefix on its first line and another on the rest.</summary>
    public void Nested(string first, string rest, Action write)
    {
        Flush();
        var (outerFirst, outer) = (firstPrefix, prefix);
        firstPrefix += first;
        prefix += rest;
        write();
        Flush();
        prefix = outer;
        firstPrefix = firstPrefix.Length > outerFirst.Length && firstPrefix.EndsWith(first, StringComparison.Ordinal) ? outerFirst : outer;
    }

    private int Open(Action write, out int line)
    {
        if (inline.Length == 0)
        {
            inlineSource = source;
        }

        line = lines.Count;
        var start = inline.Length;
        write();

        return start;
    }

    private void Block(string mark, string text, int from)
    {
        // A list's items stand close; everything else is set apart.
        if (firstPrefix == prefix)
        {
            Blank();
        }

        foreach (var line in text.Split('\n'))
        {
            Add(TakePrefix() + mark + line.TrimEnd(), from);
            mark = "";
        }
    }

    private void Blank()
    {
        if (lines.Count > 0 && lines[^1].Length > 0)
        {
            Add(prefix.TrimEnd(), source);
        }
    }

    private string TakePrefix()
    {
        var taken = firstPrefix;
        firstPrefix = prefix;

        return taken;
    }

    private void Add(string line, int from)
    {
        lines.Add(line);
        sources.Add(from);
    }
}
