using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Reviews;
using Postmortems.Domain.Timeline;
using Postmortems.Domain.Writing;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Writing.Live;

public sealed class LiveBlocksOnPagesTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private const string All = "## Summary\n\nLabels could not be created.\n\n:::impact\n:::\n\n:::timeline\n:::\n\n:::causes\n:::\n\n:::action-items\n:::\n\n:::people\n:::\n\n:::similar\n:::\n";

    private Incident incident = null!;
    private int number;

    private Actor Ada => new(app.Ada.Id, Role.Editor);

    public async Task InitializeAsync()
    {
        // What other tests wrote is alike.
        await using (var db = app.OpenDatabase())
        {
            await db.Database.ExecuteSqlAsync($"UPDATE postmortems SET deletion_at = now(), deletion_by = created_by");
        }

        incident = Told.Incident(app.Ada);
        await app.StoreAsync(incident);
        number = await StartAsync(incident, All);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("")]
    [InlineData("?view=read")]
    public async Task Each_says_what_is_not_there_yet_and_where_to_say_it(string query)
    {
        var page = query.Length > 0 ? await app.ClientFor(app.Ada).PageAsync($"/postmortems/{number}{query}") : await PreviewAsync(All);

        page.QuerySelectorAll(".prose .live-empty a").Select(link => link.GetAttribute("href")).ShouldBe(
            [$"/postmortems/{number}/timeline", $"/postmortems/{number}/causes", $"/postmortems/{number}/action-items", "/search?words=Labels%20fail"]);
        Words(Block(page, "Impact")).ShouldContain("17 Nov 2026, about 14:02 CET to 17 Nov 2026, 14:49 CET, about 47 min");
        Block(page, "Impact").TextContent.ShouldContain("It hurt for about 47 min in all. Until somebody knew: about 9 min.");
        Block(page, "People").QuerySelectorAll("li").Select(Words).ShouldBe(["AOAda Okafor owner, wrote", "GLGrace Lindqvist facilitator"]);
    }

    [Fact]
    public async Task Each_shows_current_data_in_the_published_page()
    {
        await FillAsync();
        await app.UseCase<AskForReview>().RunAsync(Ada, number);
        await app.UseCase<PublishPostmortem>().RunAsync(Ada, number);

        var page = await app.ClientFor(app.Eve).PageAsync($"/postmortems/{number}");

        page.QuerySelector(".published")!.ShouldNotBeNull();
        page.QuerySelectorAll(".prose .live-empty, .prose .live-problem").Select(Words).ShouldBe(["No other postmortem tells of the like. Search for it"]);
        Block(page, "Timeline").TextContent.ShouldContain("The pool was made larger");
        page.QuerySelector(".prose .cause-list")!.TextContent.ShouldContain("The connection pool was sized in 2023");
        page.QuerySelector(".prose .table")!.TextContent.ShouldContain("Alert on waiting connections");
        Words(Block(page, "People").QuerySelectorAll("li")[0]).ShouldBe("AOAda Okafor owner, wrote, told the timeline, named causes, asked for the review, published it");
        Block(page, "People").QuerySelectorAll("li").Select(Words).ShouldContain("GLGrace Lindqvist facilitator, owns action items");
        page.QuerySelector(".prose")!.TextContent.ShouldNotContain(":::");
    }

    [Fact]
    public async Task What_was_deleted_is_not_shown()
    {
        var (entry, cause, item) = await FillAsync();
        await app.UseCase<DeleteEntry>().RunAsync(Ada, entry);
        await app.UseCase<DeleteCause>().RunAsync(Ada, number, cause);
        await app.UseCase<DeleteActionItem>().RunAsync(Ada, item);

        var prose = (await app.ClientFor(app.Ada).PageAsync($"/postmortems/{number}?view=read")).QuerySelector(".prose")!;

        prose.TextContent.ShouldNotContain("The pool was made larger");
        prose.TextContent.ShouldNotContain("sized in 2023");
        prose.TextContent.ShouldNotContain("Alert on waiting connections");
        prose.TextContent.ShouldContain("First label requests fail");
    }

    [Fact]
    public async Task Options_narrow_what_is_shown()
    {
        await FillAsync();

        var page = await PreviewAsync(":::timeline kind=fix\n:::\n\n:::action-items state=settled\n:::\n\n:::causes role=hid\n:::\n\n:::timeline kind=luck\n:::");

        Words(Block(page, "Timeline").QuerySelector("header > span")!).ShouldBe("Timeline, 1 of 2 entries");
        page.QuerySelectorAll(".live-empty").Select(Words).ShouldBe(["No action item is in this state. All action items", "No cause played this part. All causes"]);
        Words(page.QuerySelector(".live-problem")!).ShouldStartWith(":::timeline kind=luck “luck” is no kind.");
    }

    [Fact]
    public async Task Similar_postmortems_are_those_that_tell_of_alike_conditions()
    {
        await FillAsync();
        var other = Told.Incident(app.Ada, "Checkout was slow");
        await app.StoreAsync(other);
        var alike = await StartAsync(other, "## Summary\n\nSlow.\n", "Checkout waits for connections");
        await CauseAsync(alike, "The connection pool of checkout had been sized for half of the traffic");
        var unlike = await StartAsync(other, "## Summary\n\nDark.\n", "The building lost power");
        await CauseAsync(unlike, "A digger cut the cable");
        var gone = await StartAsync(other, "## Summary\n\nGone.\n", "The connection pool was sized too small");
        await app.UseCase<DeletePostmortem>().RunAsync(Ada, gone);

        var page = await PreviewAsync(":::similar top=3\n:::");

        var found = Block(page, "Similar postmortems").QuerySelectorAll("li");
        found.Select(row => row.QuerySelector("a")!.GetAttribute("href")).ShouldBe([$"/postmortems/{alike}"]);
        Words(found[0]).ShouldContain("Both say: ");
        Words(found[0]).ShouldContain("pool");
    }

    [Fact]
    public async Task A_page_costs_few_commands_and_loads_only_what_stands_in_its_text()
    {
        await FillAsync();
        var plain = await StartAsync(incident, "## Summary\n\nNothing live.\n");

        (await CommandsAsync(plain)).ShouldBeLessThanOrEqualTo(7, string.Join("\n---\n", app.Commands.SeenInRequests));
        app.Commands.SeenInRequests.ShouldNotContain(command => command.Contains("impact_windows") || command.Contains("search_entries"));
        (await CommandsAsync(number)).ShouldBeLessThanOrEqualTo(11, string.Join("\n---\n", app.Commands.SeenInRequests));
    }

    [Fact]
    public async Task An_export_holds_the_data_and_can_be_read_back()
    {
        await FillAsync();
        await app.UseCase<WriteDocument>().RunAsync(Ada, number, All + "\n- In a list:\n\n  :::causes role=made-possible\n  :::\n\n{{timeline}}\n\n:::people\n\nOur own words.\n\n:::\n\n:::timeline sort=old\n\nEnd.\n", 2);

        var answer = await app.ClientFor(app.Eve).GetAsync($"/api/postmortems/{number}/markdown");
        var text = await answer.Content.ReadAsStringAsync();

        answer.Content.Headers.ContentDisposition!.FileName.ShouldBe($"PM-{number}.md");
        text.ShouldStartWith("---\nformat: postmortems/1\ntitle: Labels fail\n");
        text.ShouldContain("\n---\n\n# Labels fail\n\n## Summary\n");
        text.ShouldContain("| 17 Nov 2026, 14:42 CET | The pool was made larger |");
        text.ShouldContain("- The connection pool was sized in 2023 (made possible, tentative)");
        text.ShouldContain("| Alert on waiting connections | Grace Lindqvist | 2027-01-08 | open | ACT-");
        text.ShouldContain("\n  :::causes role=made-possible as-of=");
        text.ShouldContain("\n  - The connection pool was sized in 2023");
        text.ShouldContain("\nOur own words.\n");
        text.ShouldContain("\n:::timeline sort=old\n");
        text.ShouldNotContain("{{");
        text.ShouldEndWith("\nEnd.\n");

        var parts = Postmortems.Web.Writing.RenderedMarkdown.Of(text[text.IndexOf("# Labels fail", StringComparison.Ordinal)..], "Labels fail");
        parts.Select(part => part.LiveBlock?.Name).ShouldBe(["impact", "timeline", "causes", "action-items", "people", "similar", "causes", "timeline", "people", "timeline", null]);
        string.Concat(parts.Select(part => part.Html)).ShouldNotContain("The pool was made larger");
        var read = Postmortems.Formats.DocumentReader.Read("PM.md", text);
        read.Title.ShouldBe("Labels fail");
        (await app.ClientFor(app.Eve).GetAsync("/api/postmortems/99999/markdown")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
    }

    private static string Words(IElement element) => string.Join(' ', element.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static IElement Block(IDocument page, string label) => page.QuerySelector($".live-block[aria-label='{label}']")!;

    private async Task<int> CommandsAsync(int postmortem)
    {
        var ada = app.ClientFor(app.Ada);
        await ada.PageAsync($"/postmortems/{postmortem}?view=read");
        app.Commands.Forget();
        await ada.PageAsync($"/postmortems/{postmortem}?view=read");
        return app.Commands.SeenInRequests.Count;
    }

    private async Task<IDocument> PreviewAsync(string text)
    {
        var ada = app.ClientFor(app.Ada);
        using var answer = await ada.SubmitAsync(await ada.PageAsync($"/postmortems/{number}"), "#desk", ("Form.Text", text), ("Form.Intent", "preview"));
        return await answer.PageAsync();
    }

    private async Task<(Guid Entry, Guid Cause, int Item)> FillAsync()
    {
        var fix = Told.Entry(incident, 40, "The pool was made larger", 1);
        fix.Fixes(new FixStep("raise-limit", FixActor.Person, 5, FixEffect.StoppedImpact));
        await app.StoreAsync(Told.Entry(incident, 0, "First label requests fail"), fix);
        var cause = await CauseAsync(number, "The connection pool was sized in 2023");

        await using var db = app.OpenDatabase();
        var postmortem = await db.Postmortems.Where(p => p.Number == number).Select(p => p.Id).SingleAsync();
        var item = new ActionItem(postmortem, "Alert on waiting connections", ActionItemType.Detect, Priority.P1, app.Ada.Id, Told.Began);
        item.GiveTo(app.Grace.Id, new DateOnly(2027, 1, 8));
        await app.StoreAsync(item);
        return (fix.Id, cause, item.Number);
    }

    private async Task<Guid> CauseAsync(int postmortem, string statement)
    {
        await using var db = app.OpenDatabase();
        var id = await db.Postmortems.Where(p => p.Number == postmortem).Select(p => p.Id).SingleAsync();
        var cause = new Cause(id, statement, CauseRole.MadePossible, 0, app.Ada.Id, Told.Began);
        await app.StoreAsync(cause);
        return cause.Id;
    }

    private async Task<int> StartAsync(Incident about, string text, string title = "Labels fail")
    {
        var started = (await app.UseCase<StartPostmortem>().RunAsync(Ada, new PostmortemStart(Guid.CreateVersion7(), title, "plain", app.Ada.Id, app.Grace.Id, [about.Id]))).Key;
        await app.UseCase<WriteDocument>().RunAsync(Ada, started, text, 1);
        return started;
    }
}
