using AngleSharp.Dom;
using Postmortems.Web.Writing.Attachments;

namespace Postmortems.Web.Writing;

/// <summary>Makes a rendered document fit our pages: tables scroll, tasks can be read aloud, pictures elsewhere become links. Dressing twice changes nothing.</summary>
internal static class DocumentDress
{
    public const string Elsewhere = "noopener noreferrer";
    public const string Scroll = "scroll";
    public const string Task = "task";

    public static void Put(IElement body)
    {
        foreach (var box in body.QuerySelectorAll("input").ToList())
        {
            Tick(box);
        }

        foreach (var picture in body.QuerySelectorAll("img").ToList())
        {
            if (OwnPicture.Of(picture.GetAttribute("src") ?? "") is var (address, width, height))
            {
                Keep(picture, address, width, height);
            }
            else
            {
                Link(picture);
            }
        }

        foreach (var table in body.QuerySelectorAll("table").ToList())
        {
            LetScroll(table);
        }

        foreach (var link in body.QuerySelectorAll("a[href]").ToList())
        {
            Lead(link);
        }
    }

    private static void Tick(IElement box)
    {
        if (box.GetAttribute("type") != "checkbox")
        {
            return;
        }

        var isDone = box.HasAttribute("checked");
        var sign = box.Owner!.CreateElement("span");
        sign.SetAttribute("role", "img");
        sign.SetAttribute("aria-label", isDone ? "done" : "open");
        sign.TextContent = isDone ? "☑" : "☐";
        box.Closest("li")?.SetAttribute("class", Task);
        box.Replace(sign);
    }

    private static void Keep(IElement picture, string address, string? width, string? height)
    {
        picture.SetAttribute("src", address);
        picture.SetAttribute("alt", picture.GetAttribute("alt") ?? "");
        picture.SetAttribute("loading", "lazy");

        if (width is not null)
        {
            picture.SetAttribute("width", width);
            picture.SetAttribute("height", height!);
        }
    }

    /// <summary>Pictures elsewhere would tell that server who reads; a link asks first.</summary>
    private static void Link(IElement picture)
    {
        var source = picture.GetAttribute("src") ?? "";
        var name = picture.GetAttribute("alt") is { Length: > 0 } alt ? alt : source;
        var link = picture.Owner!.CreateElement(picture.Closest("a") is null ? "a" : "span");

        if (link.LocalName == "a")
        {
            link.SetAttribute("href", source);
        }

        link.TextContent = $"{name} (picture)";
        picture.Replace(link);
    }

    private static void LetScroll(IElement table)
    {
        table.SetAttribute("class", "table");

        if (table.ParentElement is { LocalName: "div" } parent && parent.GetAttribute("class") == Scroll)
        {
            return;
        }

        var frame = table.Owner!.CreateElement("div");
        frame.SetAttribute("class", Scroll);
        frame.SetAttribute("role", "group");
        frame.SetAttribute("aria-label", "Table");
        frame.SetAttribute("tabindex", "0");
        table.Parent!.ReplaceChild(frame, table);
        frame.AppendChild(table);
    }

    private static void Lead(IElement link)
    {
        var address = link.GetAttribute("href")!;

        if (SafeLink.LeadsElsewhere(address))
        {
            link.SetAttribute("rel", Elsewhere);
        }
        else if (address is ['#', not 'f', ..] && !address.StartsWith("#part-", StringComparison.Ordinal))
        {
            // Headings carry a prefix on our pages; a link within the document was written without it.
            link.SetAttribute("href", "#part-" + address[1..]);
        }
    }
}
