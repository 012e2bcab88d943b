using Postmortems.PatternEngine;

namespace Postmortems.Benchmarks.Patterns;

internal static class Score
{
    /// <summary>B-cubed F1 (Bagga and Baldwin, 1998); what has no pattern, or no group, stands alone.</summary>
    public static double BCubed(List<(Statement Statement, int? Pattern)> generated, IReadOnlyList<Group> groups)
    {
        var groupOf = groups.SelectMany((g, at) => g.Members.Select(m => (m.Id, at))).ToDictionary(m => m.Id, m => m.at);
        var items = generated.ConvertAll(g => (
            Group: groupOf.TryGetValue(g.Statement.Id, out var group) ? $"group {group}" : g.Statement.Id,
            Pattern: g.Pattern is null ? g.Statement.Id : $"pattern {g.Pattern}"));
        var byGroup = items.CountBy(i => i.Group).ToDictionary();
        var byPattern = items.CountBy(i => i.Pattern).ToDictionary();
        var byBoth = items.CountBy(i => i).ToDictionary();
        var precision = items.Average(i => byBoth[i] / (double)byGroup[i.Group]);
        var recall = items.Average(i => byBoth[i] / (double)byPattern[i.Pattern]);

        return 2 * precision * recall / (precision + recall);
    }
}
