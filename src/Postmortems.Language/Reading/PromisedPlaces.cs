using Markdig.Syntax;

namespace Postmortems.Language.Reading;

/// <summary>Follows the headings too, and tells which items and columns are action items.</summary>
internal sealed class PromisedPlaces(IReadOnlyDictionary<string, string[]> words)
{
    private const string Promised = "promised";

    private readonly string[] columns = words.GetValueOrDefault("column", []);
    private readonly Sections sections = new(words.Where(kind => kind.Key != "column").ToDictionary());
    private string? section;

    public void After(LeafBlock leaf, string text) => section = sections.After(leaf, text);

    /// <summary>The first words of an item. What has items below it heads them, and what is ticked or struck out is behind us.</summary>
    public bool IsItem(LeafBlock leaf, string raw) =>
        section == Promised
        && leaf.Parent is ListItemBlock item
        && item[0] == leaf
        && !item.Any(block => block is ListBlock)
        && !(raw.StartsWith("[x]", StringComparison.OrdinalIgnoreCase) || raw.StartsWith("~~", StringComparison.Ordinal));

    public bool IsColumn(string head) => section == Promised && columns.Contains(head.Trim(), StringComparer.OrdinalIgnoreCase);
}
