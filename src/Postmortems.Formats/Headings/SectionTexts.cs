using System.Text;
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
        var sections = new Dictionary<string, (StringBuilder Text, int First, int Last)>();
        var hasManyLessons = parts.Count(part => part.Kind == Kind.Lessons) > 1;

        foreach (var part in parts)
        {
            if (!Keys.TryGetValue(part.Kind, out var key) || part.Markdown(lines) is not { } text || Placeholder.Is(text))
            {
                continue;
            }

            var isFirst = !sections.TryGetValue(key, out var section);
            section = isFirst ? (new StringBuilder(), part.Line, part.Last) : (section.Text.Append("\n\n"), section.First, Math.Max(section.Last, part.Last));

            // "What went well" and its like say which lessons follow.
            if (!isFirst || (part.Kind == Kind.Lessons && hasManyLessons))
            {
                section.Text.Append("### ").Append(PlainText.Of(part.Heading)).Append("\n\n");
            }

            section.Text.Append(text);
            sections[key] = section;
        }

        return sections.ToDictionary(section => section.Key, section => (section.Value.Text.ToString(), section.Value.First, section.Value.Last));
    }
}
