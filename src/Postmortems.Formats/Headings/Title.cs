using System.Net;
using Postmortems.Formats.Blocks;
using Postmortems.Formats.Facts;
using Postmortems.Formats.Source;
using Postmortems.Formats.Times;

namespace Postmortems.Formats.Headings;

/// <summary>What the document is called, with the part it heads.</summary>
/// <param name="Line">From 0; null for the name of the file.</param>
internal sealed record Title(string Text, int? Line, Part? Part)
{
    private const int Longest = 300;

    public static Title? Of(IReadOnlyList<Part> parts, FrontMatter front)
    {
        var heading = OfHeading(parts);

        return front.One("title") is { } named && Says(named)
            ? new Title(Cut(PlainText.Of(named)), 0, heading?.Part)
            : heading;
    }

    public static Title? OfField(IReadOnlyList<Fact> facts) =>
        facts.FirstOrDefault(fact => FactNames.Title.Contains(fact.Name) && Says(fact.Value)) is { } field ? new Title(Cut(field.Value), field.Line, null) : null;

    public static Title? OfFile(string fileName) => FileName.Title(fileName) is { } name ? new Title(Cut(name), null, null) : null;

    // Some documents name their kind first: "# Postmortem", then "## Queue stopped".
    private static Title? OfHeading(IReadOnlyList<Part> parts)
    {
        var first = parts.Skip(1).FirstOrDefault();
        var second = parts.Skip(2).FirstOrDefault();

        if (first is null || first.IsLabel)
        {
            return null;
        }

        if (Names(first))
        {
            return new Title(Cut(PlainText.Of(first.Heading)), first.Line, first);
        }

        if (second is not null && first.Blocks.Count == 0 && Names(second) && HeadingMap.EmptyTitles.Contains(HeadingWords.Fold(PlainText.Of(first.Heading))))
        {
            return new Title(Cut(PlainText.Of(second.Heading)), second.Line, second);
        }

        return parts.FirstOrDefault(part => part.Level == 1 && Names(part)) is { } later
            ? new Title(Cut(PlainText.Of(later.Heading)), later.Line, later)
            : null;
    }

    private static bool Names(Part part) =>
        part is { IsLabel: false, Kind: Kind.None }
        && Says(part.Heading)
        && MomentScanner.AtStart(part.Heading) is not { Rest.Length: 0 };

    private static bool Says(string heading)
    {
        var plain = PlainText.Of(heading);

        return plain.Any(char.IsLetterOrDigit) && !HeadingMap.EmptyTitles.Contains(HeadingWords.Fold(plain));
    }

    private static string Cut(string written)
    {
        var title = WebUtility.HtmlDecode(written);

        return title.Length <= Longest
        ? title
            : title[..(char.IsHighSurrogate(title[Longest - 1]) ? Longest - 1 : Longest)].TrimEnd() + "…";
    }
}
