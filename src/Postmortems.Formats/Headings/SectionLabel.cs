using Postmortems.Formats.Blocks;

namespace Postmortems.Formats.Headings;

/// <summary>Labels that begin a part as a heading would: <c>**Timeline**</c>, <c>- **Key events**: …</c>, ##Timeline, or the bare word on a line.</summary>
internal static class SectionLabel
{
    private const int LongestLine = 2000;

    // Where headings were lost, the question of the template below one still stands for it.
    private const int LongestPrompt = 140;

    /// <summary>Whether labels may begin parts within a part.</summary>
    /// <param name="around">What the part is about.</param>
    /// <param name="strong">The label can hardly be anything but a heading.</param>
    public static bool CanStandIn(Kind around, bool strong) =>
        around == Kind.None || (strong && around is Kind.Summary or Kind.Narrative or Kind.Facts or Kind.Impact or Kind.Resolution or Kind.Supporting);

    public static Label? At(Paragraph paragraph, int i, Kind around)
    {
        var line = paragraph.Lines[i];

        if (line.Length is 0 or > LongestLine)
        {
            return null;
        }

        var isAlone = paragraph.Lines.Length == 1;
        var label = Label.Of(line) ?? (isAlone || i == 0 ? Unmarked(line) : null);

        if (label is null || HeadingWords.ExactKindOf(label.Words) is var kind && kind == Kind.None)
        {
            return null;
        }

        var standsAlone = label.Rest.Length == 0;

        return CanStandIn(around, strong: standsAlone && kind is Kind.Timeline or Kind.ActionItems or Kind.RootCause or Kind.ContributingFactors or Kind.Lessons)
            && (standsAlone || (label.IsBold && IsSection(kind)))
                ? label
                : null;
    }

    /// <summary>The line of the next label, or the end.</summary>
    public static int Next(Paragraph paragraph, int from, Kind around)
    {
        while (from < paragraph.Lines.Length && At(paragraph, from, around) is null)
        {
            from++;
        }

        return from;
    }

    /// <summary>The label with which an item begins a part: in bold, or all its words above a list of its own, as tools write what was folded.</summary>
    public static Label? Of(Item item, Kind around)
    {
        if (item.Opening is not [var line, ..] || line.Length > LongestLine)
        {
            return null;
        }

        if (Label.Of(line) is { IsBold: true } label && IsSection(HeadingWords.ExactKindOf(label.Words)))
        {
            return CanStandIn(around, strong: false) ? label : null;
        }

        return item is { Opening: [_], Blocks: [_, ItemList or Table, ..] } && CanStandIn(around, strong: true) && IsSection(HeadingWords.ExactKindOf(line))
            ? new Label(line.Trim(), "", IsBold: false)
            : null;
    }

    // ##Timeline without the space, or the bare word on a line of its own.
    private static Label? Unmarked(string line)
    {
        var words = line.TrimStart('#').Trim();

        return words.Length is > 2 and < LongestPrompt && char.IsUpper(words[0]) ? new Label(words, "", IsBold: false) : null;
    }

    private static bool IsSection(Kind kind) => kind is not (Kind.None or Kind.Facts or Kind.People or Kind.Services or Kind.Supporting);
}
