using Postmortems.Formats.Blocks;
using Postmortems.Formats.Headings;

namespace Postmortems.Formats.ActionItems;

/// <summary>What a heading says of the items below it.</summary>
internal sealed record ItemGroup(string? Status, string? Type)
{
    public static readonly ItemGroup None = new(null, null);

    private static readonly (string Word, string Type)[] Types =
    [
        ("prevent", "prevent"), ("mitigat", "mitigate"), ("detect", "detect"), ("monitoring", "detect"), ("alert", "detect"), ("process", "process"), ("documentation", "process"), ("repair", "repair"), ("investigat", "investigate"),
    ];

    public static ItemGroup Of(string heading)
    {
        var plain = PlainText.Of(heading.Length > 200 ? "" : heading);
        var folded = HeadingWords.Fold(plain);

        // "Corrective and preventative measures" heads items of every type.
        var type = folded.Contains(" and ", StringComparison.Ordinal) || folded == "prevention" ? null : Array.Find(Types, entry => folded.Contains(entry.Word, StringComparison.Ordinal)).Type;

        return new ItemGroup(ItemStatus.InBrackets(plain), type);
    }

    public ItemGroup Or(ItemGroup inner) => new(inner.Status ?? Status, inner.Type ?? Type);
}
