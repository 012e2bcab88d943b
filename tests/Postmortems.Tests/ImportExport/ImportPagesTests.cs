using System.Net;
using System.Text;
using AngleSharp.Dom;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.ImportExport;

public sealed class ImportPagesTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    private readonly string mark = Guid.NewGuid().ToString("n");

    [Fact]
    public async Task A_folder_is_dropped_looked_at_and_confirmed_without_scripts()
    {
        var client = app.ClientFor(app.Ada);
        var review = await DropAsync(client, ("archive/depot.md", $"# Depot closed {mark}\n\nSeverity: SEV-3\n\n## Timeline\n\n- 2025-03-11 09:14 first complaint\n\n## Weather\n\nRain.\n"), ("archive/scan.pdf", "%PDF-1.7"));

        review.QuerySelector("h1")!.TextContent.ShouldBe("Read these documents right?");
        review.QuerySelector(".import-list")!.TextContent.ShouldContain("1 timeline entry");
        review.QuerySelector(".import-list")!.TextContent.ShouldContain("This is a PDF");
        review.QuerySelector("button[value=confirm]")!.TextContent.ShouldBe("Import the ticked documents");
        review.QuerySelector("select[name=zone]").ShouldNotBeNull();
        review.QuerySelectorAll(".source mark").Select(marked => marked.TextContent).ShouldContain($"# Depot closed {mark}");
        review.QuerySelector(".source mark.unsure")!.TextContent.ShouldBe("## Weather");
        review.QuerySelector(".read-as")!.TextContent.ShouldContain("SEV 3");

        using var answer = await client.SubmitAsync(review, "#review", ("step", "confirm"), ("zone", "Europe/Berlin"));
        var done = await client.PageAsync(answer.Headers.Location!.ToString());

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        done.QuerySelector("h1")!.TextContent.ShouldBe("One postmortem imported");
        var link = done.QuerySelector(".import-list .status a")!;
        (await client.PageAsync(link.GetAttribute("href")!)).Body!.TextContent.ShouldContain($"Depot closed {mark}");
    }

    [Fact]
    public async Task A_missing_zone_and_year_are_asked_once_and_an_answer_that_is_none_keeps_both()
    {
        var client = app.ClientFor(app.Ada);
        var review = await DropAsync(client, ("a.md", $"# Queue stopped on 4 March {mark}\n\n## Timeline\n\n- 10:15 alarm\n"), ("b.md", $"# Disk full on 5 March {mark}\n\n## Timeline\n\n- 10:15 alarm\n"));
        review.QuerySelector("#year-help")!.TextContent.ShouldStartWith("2 documents state days without any year.");
        review.QuerySelector("#zone-help")!.TextContent.ShouldStartWith("2 documents state times without a zone.");

        using var refused = await client.SubmitAsync(review, "#review", ("step", "confirm"), ("zone", "Europe/Berlin"), ("year", "last"));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = await refused.PageAsync();
        again.QuerySelector("[role=alert]")!.TextContent.ShouldContain("between 1990 and 2100");
        again.QuerySelector("#year")!.GetAttribute("value").ShouldBe("last");
        again.QuerySelector("#zone option[selected]")!.GetAttribute("value").ShouldBe("Europe/Berlin");

        using var saved = await client.SubmitAsync(again, "#review", ("step", "save"), ("year", "2025"));
        var kept = await client.PageAsync(saved.Headers.Location!.ToString());
        kept.QuerySelector("#year")!.GetAttribute("value").ShouldBe("2025");
        kept.QuerySelector(".read-as")!.TextContent.ShouldContain("4 Mar 2025");

        using var done = await client.SubmitAsync(kept, "#review", ("step", "confirm"));
        (await client.PageAsync(done.Headers.Location!.ToString())).QuerySelector("h1")!.TextContent.ShouldBe("2 postmortems imported");
    }

    [Fact]
    public async Task An_import_waits_until_somebody_looks_and_can_be_discarded()
    {
        var client = app.ClientFor(app.Ada);
        var review = await DropAsync(client, ("wait.md", $"# Waiting {mark}\n"));

        (await client.PageAsync("/import")).Body!.TextContent.ShouldContain("wait.md");
        using var answer = await client.SubmitAsync(review, ".page-head form");
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);

        (await client.PageAsync("/import")).Body!.TextContent.ShouldNotContain("wait.md");
    }

    [Fact]
    public async Task Sending_the_form_without_a_file_says_what_to_do()
    {
        var client = app.ClientFor(app.Ada);
        using var answer = await SendAsync(client, await client.PageAsync("/import"), []);

        answer.Headers.Location!.ToString().ShouldBe("/import");
        (await client.PageAsync("/import")).Body!.TextContent.ShouldContain("Choose at least one document");
    }

    [Fact]
    public async Task A_program_needs_a_token_even_in_a_signed_in_browser()
    {
        using var answer = await app.ClientFor(app.Ada).PostAsync("/api/imports", new StringContent("{}", Encoding.UTF8, "application/json"));

        answer.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    private static async Task<IDocument> DropAsync(HttpClient client, params (string Name, string Text)[] files)
    {
        using var answer = await SendAsync(client, await client.PageAsync("/import"), files);
        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        return await client.PageAsync(answer.Headers.Location!.ToString());
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient client, IDocument page, (string Name, string Text)[] files)
    {
        var form = new MultipartFormDataContent();

        foreach (var field in page.QuerySelectorAll("form.drop input[type=hidden]"))
        {
            form.Add(new StringContent(field.GetAttribute("value")!), field.GetAttribute("name")!);
        }

        foreach (var (name, text) in files)
        {
            form.Add(new StringContent(text), "files", name);
        }

        return client.PostAsync("/import/files", form);
    }
}
