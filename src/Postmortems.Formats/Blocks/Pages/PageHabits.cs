using System.Globalization;
using System.Net;
using AngleSharp.Dom;

namespace Postmortems.Formats.Blocks.Pages;

/// <summary>What elements of exported pages mean: of Confluence (pages and its storage format), Google Docs and Notion.</summary>
internal static class PageHabits
{
    private const string GoogleLink = "https://www.google.com/url?";

    /// <summary>A list of the headings below, which says nothing else.</summary>
    public static bool IsContents(IElement element) =>
        (element.HasClass("toc-macro") || element.HasClass("table_of_contents"))
        && element.GetElementsByTagName("a").All(link => link.GetAttribute("href") is ['#', ..]);

    /// <summary>Navigation and notes of the tool around the document; they are put behind it.</summary>
    public static bool IsAround(IElement element) =>
        element.Id is "breadcrumb-section" or "breadcrumbs" || (element.Id == "footer" && element.LocalName == "div") || element.HasClass("page-metadata");

    /// <summary>The level of a heading that is written as a paragraph or as the head of a fold; 0 for others.</summary>
    public static int HeadingLevel(IElement element) => element.LocalName switch
    {
        "p" when element.HasClass("title") && element.ClassList.Any(IsGoogleClass) => 1,
        "summary" => (element.GetAttribute("style") ?? "") switch
        {
            var style when style.Contains("1.875em", StringComparison.Ordinal) => 1,
            var style when style.Contains("1.5em", StringComparison.Ordinal) => 2,
            var style when style.Contains("1.25em", StringComparison.Ordinal) => 3,
            _ => 0,
        },
        _ => 0,
    };

    /// <summary>Whether a list only folds what is in it.</summary>
    public static bool IsFold(IElement list) => list.HasClass("toggle") || list.Id == "breadcrumbs";

    /// <summary>How deep a list is nested that stands beside the list it belongs into.</summary>
    public static int Depth(IElement list)
    {
        foreach (var name in list.ClassList)
        {
            if (name.StartsWith("lst-kix_", StringComparison.Ordinal) && name.LastIndexOf('-') is var dash && int.TryParse(name.AsSpan(dash + 1), CultureInfo.InvariantCulture, out var depth))
            {
                return Math.Clamp(depth, 0, 8);
            }
        }

        return 0;
    }

    /// <summary>A picture that belongs to the tool and says nothing of the incident.</summary>
    public static bool IsSign(IElement image) =>
        image.HasClass("expand-control-image") || image.HasClass("user-icon") || (image.HasClass("icon") && image.ParentElement?.HasClass("jira-issue-key") == true);

    /// <summary>One chosen value before another, which only their colours part.</summary>
    public static bool IsOneOfSeveral(IElement value) =>
        value.HasClass("selected-value") && value.NextElementSibling?.HasClass("selected-value") == true;

    /// <returns>Null for an item that is nothing to tick.</returns>
    public static bool? IsTicked(IElement item) =>
        item.ParentElement?.HasClass("inline-task-list") == true ? item.HasClass("checked")
        : item.LocalName == "ac:task" ? item.Children.Any(child => child.LocalName == "ac:task-status" && child.TextContent.Trim() == "complete")
        : null;

    public static bool? IsTickedBox(IElement box) =>
        box.HasClass("checkbox-on") ? true : box.HasClass("checkbox-off") ? false : null;

    /// <summary>What stands for an element that holds no words itself.</summary>
    public static string? Words(IElement element) => element.LocalName switch
    {
        "time" => element.TextContent.Trim() is { Length: > 0 } said ? said.TrimStart('@') : element.GetAttribute("datetime"),
        "ac:emoticon" => element.GetAttribute("ac:emoji-fallback") ?? (element.GetAttribute("ac:name") is { } name ? $":{name}:" : ""),
        "ri:user" => "@" + (element.GetAttribute("ri:username") ?? element.GetAttribute("ri:account-id") ?? element.GetAttribute("ri:userkey")),
        "ri:page" => element.ParentElement?.TextContent.Trim().Length > 0 ? "" : element.GetAttribute("ri:content-title"),
        "ri:attachment" => Picture(element.GetAttribute("ri:filename"), element),
        "ri:url" => element.GetAttribute("ri:value"),
        _ => null,
    };

    /// <summary>Parameters of a macro are for machines, but for titles and for what the macro shows.</summary>
    public static string? Parameter(IElement parameter) => (parameter.ParentElement?.GetAttribute("ac:name"), parameter.GetAttribute("ac:name")) switch
    {
        ("status", "title") or ("jira", "key") => parameter.TextContent.Trim() + " ",
        (not "code", "title") => $"**{parameter.TextContent.Trim()}**\n",
        _ => null,
    };

    /// <summary>Where a link leads, without the detour that Google writes; null within the page.</summary>
    public static string? Address(string href)
    {
        if (href.StartsWith('#'))
        {
            return null;
        }

        var begins = href.StartsWith(GoogleLink, StringComparison.Ordinal) ? href.IndexOf("q=", StringComparison.Ordinal) : -1;

        if (begins < 0)
        {
            return href;
        }

        var end = href.IndexOf('&', begins);

        return WebUtility.UrlDecode(end < 0 ? href[(begins + 2)..] : href[(begins + 2)..end]);
    }

    /// <summary>The sign in the text at which somebody commented.</summary>
    public static bool IsCommentSign(IElement link) => link.Id?.StartsWith("cmnt_ref", StringComparison.Ordinal) == true;

    /// <summary>"Comments" or "Footnotes" where a note that stands behind the document begins; null elsewhere.</summary>
    public static string? Notes(IElement block) =>
        block.LocalName == "div" && block.FirstElementChild?.FirstElementChild is { LocalName: "a", Id: { } id }
            ? id.StartsWith("cmnt", StringComparison.Ordinal) ? "Comments" : id.StartsWith("ftnt", StringComparison.Ordinal) ? "Footnotes" : null
            : null;

    /// <summary>"Space : Title" without the space, which the breadcrumbs name.</summary>
    public static void CutSpace(IDocument page)
    {
        var space = page.QuerySelector("#breadcrumbs li.first")?.TextContent.Trim();

        if (space is { Length: > 0 } && page.GetElementById("title-text") is { } title && title.TextContent.Trim() is var words && words.StartsWith(space + " : ", StringComparison.Ordinal))
        {
            title.TextContent = words[(space.Length + 3)..];
        }
    }

    private static string Picture(string? file, IElement attachment) =>
        attachment.ParentElement?.LocalName == "ac:image" ? $"![{file}]({Uri.EscapeDataString(file ?? "")})" : file ?? "";

    private static bool IsGoogleClass(string name) => name is ['c', >= '0' and <= '9', ..];
}
