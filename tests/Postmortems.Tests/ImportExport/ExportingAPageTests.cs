using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Attachments;
using Postmortems.Tests.Testing;
using Postmortems.Tests.Writing.Attachments;
using Postmortems.Tests.Writing.Together;

namespace Postmortems.Tests.ImportExport;

public sealed class ExportingAPageTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    private readonly Guid picture = Guid.CreateVersion7();

    [Fact]
    public async Task Is_one_file_that_needs_nothing_else()
    {
        var page = await PageAsync($"## Summary\n\n![Depth](/attachments/{picture}#1x1) and [the list](/postmortems)\n\n:::timeline\n:::\n\n<script>alert(1)</script> [x](javascript:alert(1)) ![far](https://example.org/a.png)\n");

        page.QuerySelectorAll("img").Select(image => image.GetAttribute("src")![..22]).ShouldBe(["data:image/png;base64,"]);
        page.QuerySelectorAll("script, link, iframe, [onclick], [onerror], [data-controller]").ShouldBeEmpty();
        page.QuerySelector("style")!.TextContent.ShouldContain("@media print");
        page.QuerySelector("style")!.TextContent.ShouldContain("prefers-color-scheme: dark");
        page.QuerySelectorAll("a[href]").Select(link => link.GetAttribute("href")!).ShouldAllBe(address => address.StartsWith("http://") || address.StartsWith("https://"));
        page.QuerySelector("meta[http-equiv=Content-Security-Policy]")!.GetAttribute("content")!.ShouldStartWith("default-src 'none'");
        page.QuerySelector("main")!.TextContent.ShouldNotContain(":::");
        page.QuerySelectorAll("h1").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Is_there_only_for_those_who_may_read_it()
    {
        using var missing = await app.ClientFor(app.Eve).GetAsync("/api/postmortems/999999/html");

        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<IDocument> PageAsync(string text)
    {
        var ada = new Actor(app.Ada.Id, Role.Editor);
        var number = await Window.DraftAsync(app, "");
        await app.UseCase<AddAttachment>().RunAsync(ada, number, picture, "depth.png", PictureBytes.Png());
        await app.UseCase<WriteDocument>().RunAsync(ada, number, text, 2);
        using var answer = await app.ClientFor(app.Eve).GetAsync($"/api/postmortems/{number}/html");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe($"PM-{number}.html");
        var html = await answer.Content.ReadAsStringAsync();
        return await BrowsingContext.New(Configuration.Default).OpenAsync(response => response.Content(html));
    }
}
