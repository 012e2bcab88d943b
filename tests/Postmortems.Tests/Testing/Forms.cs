using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace Postmortems.Tests.Testing;

/// <summary>Fills in and sends forms as a browser without scripts does.</summary>
public static class Forms
{
    public static async Task<IDocument> PageAsync(this HttpClient client, string address)
    {
        using var answer = await client.GetAsync(address);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK, answer.StatusCode < HttpStatusCode.InternalServerError ? address : $"{address}: {ErrorLog.LatestErrors}");
        return await answer.PageAsync();
    }

    public static async Task<IDocument> PageAsync(this HttpResponseMessage answer)
    {
        var html = await answer.Content.ReadAsStringAsync();
        return await BrowsingContext.New(Configuration.Default).OpenAsync(response => response.Content(html).Address(answer.RequestMessage!.RequestUri));
    }

    /// <summary>Sends the form that the selector finds, with what it holds and the given fields on top.</summary>
    public static async Task<HttpResponseMessage> SubmitAsync(this HttpClient client, IDocument page, string selector, params (string Name, string Value)[] typed)
    {
        var form = page.QuerySelector<IHtmlFormElement>(selector) ?? throw new InvalidOperationException($"No form {selector} on {page.Url}.");
        var fields = new List<KeyValuePair<string, string>>();

        foreach (var element in form.Elements)
        {
            if (element.GetAttribute("name") is { Length: > 0 } name && !element.HasAttribute("disabled") && typed.All(field => field.Name != name) && ValueOf(element) is { } value)
            {
                fields.Add(new(name, value));
            }
        }

        fields.AddRange(typed.Select(field => new KeyValuePair<string, string>(field.Name, field.Value)));
        return await client.PostAsync(new Uri(new Uri(page.Url), form.GetAttribute("action") ?? ""), Encoded(form, fields));
    }

    private static HttpContent Encoded(IHtmlFormElement form, List<KeyValuePair<string, string>> fields)
    {
        if (form.GetAttribute("enctype") != "multipart/form-data")
        {
            return new FormUrlEncodedContent(fields);
        }

        var parts = new MultipartFormDataContent();
        fields.ForEach(field => parts.Add(new StringContent(field.Value), field.Key));
        return parts;
    }

    private static string? ValueOf(IElement element) => element switch
    {
        IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => null,
        IHtmlInputElement { Type: "submit" or "button" or "file" } => null,
        IHtmlInputElement input => input.Value,
        IHtmlTextAreaElement text => text.Value,
        IHtmlSelectElement select => select.Value,
        _ => null,
    };
}
