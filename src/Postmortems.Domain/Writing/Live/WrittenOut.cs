using System.Globalization;
using System.Text;
using Markdig.Syntax;

namespace Postmortems.Domain.Writing.Live;

/// <summary>
/// A document as a file that can be read anywhere: beneath each live block stands what it showed on that day. Read back, such a
/// block shows current data again.
/// </summary>
public static class WrittenOut
{
    /// <param name="blocks">Names of the blocks to write out; null for all. The others stay as they are.</param>
    /// <param name="keepsDays">Blocks that were written out before keep the day on which that was.</param>
    /// <param name="forReading">Without the lines that begin and end a block, for a copy that is never read back.</param>
    public static string Of(PostmortemView view, LiveFacts facts, DateOnly day, IReadOnlyCollection<string>? blocks = null, bool keepsDays = false, bool forReading = false)
    {
        var lines = view.Document.Text.Split('\n');
        var title = $"# {view.Head.Title}";

        // A document that was exported and imported has its title above it already.
        var text = new StringBuilder(lines[0] == title ? "" : title + "\n\n");
        var next = 0;

        foreach (var fence in Outline.Parse(view.Document.Text).Descendants<LiveFence>().Where(fence => fence.Opens is { Problem: null } block && blocks?.Contains(block.Name) != false).OrderBy(fence => fence.Line))
        {
            Append(text, lines[next..fence.Line]);
            var before = lines[fence.Line][..Math.Max(0, lines[fence.Line].IndexOf(fence.Written, StringComparison.Ordinal))];
            var block = fence.Opens!;

            text.Append(before).Append(forReading ? "" : Line(block, keepsDays && block.Options.TryGetValue(LiveOptions.AsOf, out var then) ? then : day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture))).Append('\n');
            Append(text, [.. LiveMarkdown.Of(block, view, facts).Split('\n').Prepend("").Append("").Append(forReading ? "" : LiveBlock.End).Select(line => (Deeper(before) + line).TrimEnd())]);
            Append(text, block.IsWrittenOut ? [] : lines[Math.Min(fence.Line + 1, fence.LastLine)..fence.LastLine]);
            next = fence.LastLine + 1;
        }

        Append(text, lines[next..]);
        return text.ToString().TrimEnd('\n') + "\n";
    }

    private static string Line(LiveBlock block, string day) =>
        string.Join(' ', block.Options.Where(option => option.Key != LiveOptions.AsOf).Select(option => $"{option.Key}={option.Value}")
            .Prepend($":::{block.Name}").Append($"{LiveOptions.AsOf}={day}"));

    /// <summary>Within a list item what follows stands as deep as its first line.</summary>
    private static string Deeper(string before) => new([.. before.Select(letter => letter == '>' ? '>' : ' ')]);

    private static void Append(StringBuilder text, string[] lines)
    {
        foreach (var line in lines)
        {
            text.Append(line).Append('\n');
        }
    }
}
