using System.Text.RegularExpressions;
using AngleSharp.Dom;
using Postmortems.Domain.Search;
using Postmortems.Domain.Writing.References;

namespace Postmortems.Web.Writing;

/// <summary>Makes links of the references in a document that is already safe, with the current title as tooltip, and marks people.</summary>
internal static class ReferenceLinks
{
    public static void Put(IElement body, KnownReferences known)
    {
        foreach (var text in body.Descendants<IText>().Where(text => IsProse(text, body)).ToList())
        {
            var pieces = Pieces(text, known).ToArray();

            if (pieces.Length > 1 || pieces is [IElement])
            {
                text.Replace(pieces);
            }
        }
    }

    private static bool IsProse(INode text, IElement body)
    {
        for (var parent = text.ParentElement; parent is not null && parent != body; parent = parent.ParentElement)
        {
            if (parent.LocalName is "a" or "code" or "pre")
            {
                return false;
            }
        }

        return true;
    }

    private static IEnumerable<INode> Pieces(IText text, KnownReferences known)
    {
        var words = text.Data;
        var from = 0;

        foreach (var match in WrittenReferences.Find(words))
        {
            if (Made(text.Owner!, match, known) is not { } made)
            {
                continue;
            }

            if (match.Index > from)
            {
                yield return text.Owner!.CreateTextNode(words[from..match.Index]);
            }

            yield return made;
            from = match.Index + made.TextContent.Length;
        }

        if (from < words.Length)
        {
            yield return text.Owner!.CreateTextNode(words[from..]);
        }
    }

    private static IElement? Made(IDocument page, Match match, KnownReferences known)
    {
        if (WrittenReferences.ThingOf(match) is { } thing)
        {
            return known.Titles.TryGetValue(thing, out var title) ? Link(page, match.Value, AddressOf(thing), title) : null;
        }

        if (WrittenReferences.NamesOf(match).FirstOrDefault(known.People.Contains) is not { } name)
        {
            return null;
        }

        var mention = page.CreateElement("span");
        mention.SetAttribute("class", "mention");
        mention.TextContent = $"@{name}";
        return mention;
    }

    private static IElement Link(IDocument page, string words, string address, string title)
    {
        var link = page.CreateElement("a");
        link.SetAttribute("class", "reference");
        link.SetAttribute("href", address);
        link.SetAttribute("title", title);
        link.TextContent = words;
        return link;
    }

    private static string AddressOf(Reference thing) => thing.Kind switch
    {
        SearchKinds.Incident => Urls.Incident(thing.Number),
        SearchKinds.Postmortem => Urls.Postmortem(thing.Number),
        SearchKinds.ActionItem => Urls.ActionItem(thing.Number),
        _ => Urls.Pattern(thing.Number),
    };
}
