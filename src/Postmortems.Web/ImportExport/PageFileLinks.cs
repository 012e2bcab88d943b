using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Postmortems.Domain.ImportExport;

namespace Postmortems.Web.ImportExport;

/// <summary>Makes HTML of the product stand by itself: pictures in it, and links that lead to the server from anywhere.</summary>
internal static class PageFileLinks
{
    private const string Attachments = "/attachments/";
    private const int IdLength = 36;

    public static string Whole(string html, IReadOnlyDictionary<Guid, PictureBytes> pictures, string server)
    {
        var page = new HtmlParser().ParseDocument($"<body>{html}");

        foreach (var image in page.Images.ToList())
        {
            Embed(image, pictures, server);
        }

        foreach (var link in page.QuerySelectorAll("a[href^='/']"))
        {
            link.SetAttribute("href", server + link.GetAttribute("href"));
        }

        foreach (var element in page.QuerySelectorAll("[data-controller], [data-action]"))
        {
            element.RemoveAttribute("data-controller");
            element.RemoveAttribute("data-action");
        }

        return page.Body!.InnerHtml;
    }

    private static void Embed(IElement image, IReadOnlyDictionary<Guid, PictureBytes> pictures, string server)
    {
        var address = image.GetAttribute("src") ?? "";
        image.RemoveAttribute("loading");

        if (address.StartsWith(Attachments, StringComparison.Ordinal)
            && Guid.TryParse(address.AsSpan(Attachments.Length, Math.Min(IdLength, address.Length - Attachments.Length)), out var id)
            && pictures.TryGetValue(id, out var picture))
        {
            image.SetAttribute("src", $"data:{picture.MediaType};base64,{Convert.ToBase64String(picture.Bytes)}");
            return;
        }

        // What is not in the page cannot be shown by it; its words and where it is can.
        var link = image.Owner!.CreateElement(address.Length > 0 ? "a" : "span");

        if (address.Length > 0)
        {
            link.SetAttribute("href", address.StartsWith('/') ? server + address : address);
        }

        link.TextContent = image.GetAttribute("alt") is { Length: > 0 } words ? words : "Picture";
        image.Replace(link);
    }
}
