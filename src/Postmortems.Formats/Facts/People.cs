using Postmortems.Formats.Blocks;
using Postmortems.Formats.Headings;

namespace Postmortems.Formats.Facts;

/// <summary>Names of authors, responders and attendees.</summary>
internal static class People
{
    private const int LongestName = 60;
    private const int Most = 100;

    public static IReadOnlyList<string> Of(IReadOnlyList<Part> parts, IReadOnlyList<Fact> facts)
    {
        var inFacts = facts.Where(fact => FactNames.People.Contains(fact.Name)).SelectMany(fact => Names(fact.Value));
        var inParts = parts.Where(part => part.Kind == Kind.People).SelectMany(part => part.Blocks.SelectMany(OfBlock));

        return [.. inFacts.Concat(inParts).Distinct(StringComparer.OrdinalIgnoreCase).Take(Most)];
    }

    private static IEnumerable<string> OfBlock(Block block) => block switch
    {
        ItemList list => list.Items.SelectMany(item => Names(PlainText.Of(string.Join(' ', item.Opening)))),
        Paragraph paragraph => paragraph.Lines.SelectMany(line => Names(PlainText.Of(line))),
        Table table => table.Rows.Where(row => row.Cells.Length > 0).SelectMany(row => Names(PlainText.Of(row.Cells[0]))),
        _ => [],
    };

    private static IEnumerable<string> Names(string text)
    {
        var label = Label.Of(text);
        var names = label is { Rest.Length: > 0 } ? label.Rest : text;

        return names.Split([",", ";", " and ", " & ", " und ", " et ", " y "], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(WithoutAddress)
            .Where(name => name.Length is > 1 and <= LongestName && name.AsSpan().Count(' ') < 5 && name.Any(char.IsLetter) && !Placeholder.Is(name));
    }

    private static string WithoutAddress(string name)
    {
        var bracket = name.AsSpan().IndexOfAny('<', '(', '[');
        var without = bracket > 0 ? name[..bracket].Trim() : name;

        return without.Trim('.', ':', '"', '\'', '<', '>');
    }
}
