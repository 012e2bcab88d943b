using Postmortems.Formats.Blocks;
using Postmortems.Formats.Facts;

namespace Postmortems.Formats.Headings;

/// <summary>The Markdown of each recognised section; parts with the same meaning follow one another under their own headings.</summary>
internal static class SectionTexts
{
    private static readonly Dictionary<Kind, string> Keys = new()
    {
        [Kind.Summary] = SectionKeys.Summary,
        [Kind.Narrative] = SectionKeys.Narrative,
        [Kind.Impact] = SectionKeys.Impact,
        [Kind.Detection] = SectionKeys.Detection,
        [Kind.Trigger] = SectionKeys.Trigger,
        [Kind.RootCause] = SectionKeys.RootCause,
        [Kind.ContributingFactors] = SectionKeys.RootCause,
        [Kind.Resolution] = SectionKeys.Resolution,
        [Kind.Timeline] = SectionKeys.Timeline,
        [Kind.Lessons] = SectionKeys.Lessons,
        [Kind.ActionItems] = SectionKeys.ActionItems,
        [Kind.People] = SectionKeys.People,
        [Kind.Supporting] = SectionKeys.Supporting,
    };

    /// <returns>By key the text and the lines (from 0) it spans.</returns>
    public static Dictionary<string, (string Text, int First, int Last)> Of(IReadOnlyList<Part> parts, string[] lines)
    {
        var sections = new Dictionary<string, (string Text, int First, int Last)>();
        var hasManyLessons = parts.Count(part => part.Kind == Kind.Lessons) > 1;

        foreach (var part in parts)
        {
            var text = part.Markdown(lines);

            if (!Keys.TryGetValue(part.Kind, out var key) || Placeholder.Is(text))
            {
                continue;
            }

            // "What went well" and its like say which lessons follow.
            var headed = sections.ContainsKey(key) || (part.Kind == Kind.Lessons && hasManyLessons)
                ? $"### {PlainText.Of(part.Heading)}\n\n{text}"
                : text;

            sections[key] = sections.TryGetValue(key, out var before)
                ? ($"{before.Text}\n\n{headed}", before.First, Math.Max(before.Last, part.Last))
                : (headed, part.Line, part.Last);
        }

        return sections;
    }
}
