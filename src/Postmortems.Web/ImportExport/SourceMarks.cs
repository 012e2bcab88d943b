using Postmortems.Formats;

namespace Postmortems.Web.ImportExport;

/// <summary>Lines of a source, parted into those that became a field, those that were not understood, and the rest.</summary>
internal static class SourceMarks
{
    private const int MostLines = 4000;

    /// <returns>Class is null for the rest, empty for what became a field, "unsure" for headings that were not understood.</returns>
    public static IEnumerable<(string Text, string? Class)> Of(string text, ReadDocument read)
    {
        var lines = text.ReplaceLineEndings("\n").Split('\n');
        var classes = new string?[lines.Length];

        foreach (var unread in read.Unread)
        {
            Mark(classes, new LineSpan(unread.Lines.First, unread.Lines.First), "unsure");
        }

        // Of a section only the heading, else nearly every line would be marked.
        foreach (var span in read.Sources.Select(source => source.Key.StartsWith("sections.", StringComparison.Ordinal) ? new LineSpan(source.Value.First, source.Value.First) : source.Value)
            .Concat(read.Timeline.Select(entry => entry.Lines)).Concat(read.Causes.Select(cause => cause.Lines)).Concat(read.ActionItems.Select(item => item.Lines)))
        {
            Mark(classes, span, "");
        }

        return Stretches(lines, classes);
    }

    private static void Mark(string?[] classes, LineSpan span, string name)
    {
        for (var line = Math.Max(span.First, 1); line <= Math.Min(span.Last, classes.Length); line++)
        {
            classes[line - 1] = name;
        }
    }

    private static IEnumerable<(string Text, string? Class)> Stretches(string[] lines, string?[] classes)
    {
        var shown = Math.Min(lines.Length, MostLines);

        for (var first = 0; first < shown;)
        {
            var last = first;

            while (last + 1 < shown && classes[last + 1] == classes[first])
            {
                last++;
            }

            yield return (string.Join('\n', lines[first..(last + 1)]), classes[first]);
            yield return ("\n", null);
            first = last + 1;
        }

        if (shown < lines.Length)
        {
            yield return ($"… and {lines.Length - shown:N0} further lines, which are kept as well.", null);
        }
    }
}
