using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Causes;
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
    public async Task Tells_what_the_text_has_no_block_for()
    {
        var page = await PageAsync("## Summary\n\nThe queue had **no limit**, as we found.\n", "The queue had no limit", "The alert went to a closed mailbox");

        page.QuerySelectorAll("h2").Select(heading => heading.TextContent).ShouldBe(["Summary", "Causes"]);
        page.QuerySelectorAll("li").Select(line => line.TextContent.Split(" (")[0]).ShouldBe(["The queue had no limit", "The alert went to a closed mailbox"]);
    }

    [Theory]
    [InlineData("## Summary\n\nThe queue had **no\nlimit**, as we found.\n", "Summary")]
    [InlineData("## Why\n\n:::causes\n:::\n", "Why")]
    public async Task Tells_nothing_twice(string text, string heading)
    {
        var page = await PageAsync(text, "The queue had no limit");

        page.QuerySelectorAll("h2").Select(one => one.TextContent).ShouldBe([heading]);
    }

    [Fact]
    public async Task Is_there_only_for_those_who_may_read_it()
    {
        using var missing = await app.ClientFor(app.Eve).GetAsync("/api/postmortems/999999/html");

        missing.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private async Task<IDocument> PageAsync(string text, params string[] causes)
    {
        var ada = new Actor(app.Ada.Id, Role.Editor);
        var number = await Window.DraftAsync(app, "");
        await app.UseCase<AddAttachment>().RunAsync(ada, number, picture, "depth.png", PictureBytes.Png());
        await app.UseCase<WriteDocument>().RunAsync(ada, number, text, 2);

        foreach (var cause in causes)
        {
            await app.UseCase<AddCause>().RunAsync(ada, number, Guid.CreateVersion7(), new CauseStatement(cause, CauseRole.MadePossible, Confidence.Likely, "", null, null, []));
        }

        using var answer = await app.ClientFor(app.Eve).GetAsync($"/api/postmortems/{number}/html");
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe($"PM-{number}.html");
        var html = await answer.Content.ReadAsStringAsync();
        return await BrowsingContext.New(Configuration.Default).OpenAsync(response => response.Content(html));
    }
}
