using Postmortems.Formats.Blocks;
using Postmortems.Formats.Headings;

namespace Postmortems.Formats.Facts;

/// <summary>Names of the services that the document says were affected.</summary>
internal static class Services
{
    private const int LongestName = 60;
    private const int Most = 50;

    public static IReadOnlyList<string> Of(IReadOnlyList<Part> parts, IReadOnlyList<Fact> facts)
    {
        var inFacts = facts.Where(fact => FactNames.Services.Contains(fact.Name)).SelectMany(fact => fact.Value.Split([',', ';'], StringSplitOptions.TrimEntries));
        var inParts = parts.Where(part => part.Kind == Kind.Services)
            .SelectMany(part => part.Blocks.OfType<ItemList>())
            .SelectMany(list => list.Items.Select(item => PlainText.Of(string.Join(' ', item.Opening))));

        return [.. inFacts.Concat(inParts).Where(name => name.Length is > 1 and <= LongestName && !Placeholder.Is(name)).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most)];
    }
}
