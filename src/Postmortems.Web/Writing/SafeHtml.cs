using System.Collections.Frozen;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Postmortems.Web.Writing.Attachments;
using Postmortems.Domain.Writing.Live;
using Postmortems.Domain.Writing.References;

namespace Postmortems.Web.Writing;

/// <summary>Lets through what documents are made of and nothing else. What is safe stays as it is.</summary>
public static class SafeHtml
{
    private static readonly FrozenSet<string> Elements = new[]
    {
        "p", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "blockquote", "pre", "code", "em", "strong", "del", "ins", "sub", "sup", "mark",
        "hr", "br", "table", "thead", "tbody", "tr", "th", "td", "a", "div", "span", "img",
    }.ToFrozenSet();

    /// <summary>These go with all they hold; others leave their words behind.</summary>
    private static readonly FrozenSet<string> Whole = new[]
    {
        "script", "style", "iframe", "object", "embed", "template", "noscript", "svg", "math", "title", "textarea", "select", "xmp", "noembed", "noframes", "plaintext",
    }.ToFrozenSet();

    public static string Of(string html, KnownReferences? references = null)
    {
        var body = new HtmlParser().ParseDocument("<!doctype html><body>" + html).Body!;

        DocumentDress.Put(body);

        foreach (var element in body.QuerySelectorAll("*").Reverse().ToList())
        {
            Check(element);
        }

        foreach (var comment in body.Descendants<IComment>().ToList())
        {
            comment.Remove();
        }

        if (references is { IsEmpty: false })
        {
            ReferenceLinks.Put(body, references);
        }

        return body.InnerHtml;
    }

    private static void Check(IElement element)
    {
        if (Whole.Contains(element.LocalName) || element.NamespaceUri != "http://www.w3.org/1999/xhtml")
        {
            element.Remove();
        }
        else if (!Elements.Contains(element.LocalName))
        {
            element.Replace([.. element.ChildNodes]);
        }
        else
        {
            foreach (var attribute in element.Attributes.Where(attribute => !IsSafe(element, attribute)).ToList())
            {
                element.RemoveAttribute(attribute.NamespaceUri, attribute.LocalName);
                element.RemoveAttribute(attribute.Name);
            }
        }
    }

    private static bool IsSafe(IElement element, IAttr attribute) => (element.LocalName, attribute.Name) switch
    {
        ("a", "href") => SafeLink.Allows(attribute.Value),
        ("a", "rel") => attribute.Value == DocumentDress.Elsewhere,
        ("img", "src") => OwnPicture.Is(attribute.Value),
        ("img", "alt") => true,
        ("img", "loading") => attribute.Value == "lazy",
        ("img", "width" or "height") => attribute.Value.Length is > 0 and < 6 && attribute.Value.All(char.IsAsciiDigit),
        ("ol", "start") => int.TryParse(attribute.Value, System.Globalization.CultureInfo.InvariantCulture, out _),
        (_, "id") => attribute.Value.StartsWith("part-", StringComparison.Ordinal) || attribute.Value.StartsWith("fn", StringComparison.Ordinal),
        ("div", "class") => attribute.Value is DocumentDress.Scroll,
        ("hr", LiveFence.PlaceAttribute) => int.TryParse(attribute.Value, System.Globalization.CultureInfo.InvariantCulture, out _),
        ("table", "class") => attribute.Value == "table",
        ("li", "class") => attribute.Value == DocumentDress.Task,
        ("div", "role") => attribute.Value == "group",
        ("div", "tabindex") => attribute.Value == "0",
        ("span", "role") => attribute.Value == "img",
        ("span" or "div", "aria-label") => true,
        _ => false,
    };
}
