using System.Net;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Reviews;
using Postmortems.Domain.Writing;
using Postmortems.Tests.Testing;
using Postmortems.Tests.Writing;

namespace Postmortems.Tests.Reviews;

public sealed class ReviewingAPostmortemTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private int number;
    private HttpClient ada = null!;

    private Actor Actor => new(app.Ada.Id, Role.Editor);

    public async Task InitializeAsync()
    {
        var incident = Told.Incident(app.Ada);
        await app.StoreAsync(incident);
        number = await app.UseCase<StartPostmortem>().RunAsync(Actor, new PostmortemStart(Guid.CreateVersion7(), "Labels failed", "plain", app.Ada.Id, null, [incident.Id]));
        ada = app.ClientFor(app.Ada);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Says_what_is_missing_each_line_a_link()
    {
        var missing = (await PageAsync()).QuerySelectorAll(".missing li:not(.done) a");

        missing.Select(line => line.TextContent).ShouldContain("Where we got lucky is empty");
        missing.Single(line => line.TextContent.StartsWith("No cause is named", StringComparison.Ordinal)).GetAttribute("href").ShouldBe($"/postmortems/{number}/causes");
        missing.Single(line => line.TextContent.StartsWith("Where we got lucky", StringComparison.Ordinal)).GetAttribute("href").ShouldEndWith("#part-where-we-got-lucky");
    }

    [Fact]
    public async Task Refuses_without_a_cause_and_says_so()
    {
        using var refused = await StepAsync("ask");

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.PageAsync()).QuerySelector("[role=alert]")!.TextContent.ShouldContain("No cause is named");
    }

    [Fact]
    public async Task Goes_from_draft_over_review_to_a_page_to_read()
    {
        await AddCauseAsync();

        using var asked = await StepAsync("ask");
        (await PageAsync()).QuerySelector(".page-head .status")!.TextContent.ShouldContain("In review");
        using var back = await StepAsync("back");
        (await PageAsync()).QuerySelector(".page-head .status")!.TextContent.ShouldContain("Draft");
        using var again = await StepAsync("ask");
        using var published = await StepAsync("publish");

        var page = await PageAsync();
        page.QuerySelector("article.published h1")!.TextContent.ShouldBe("Labels failed");
        page.QuerySelector(".byline")!.TextContent.ShouldContain("Written by Ada Okafor. Published");
        page.QuerySelector(".fact-strip")!.TextContent.ShouldContain("about 47 min");
        page.QuerySelector(".cause-list li")!.TextContent.ShouldContain("The pool has a fixed size");
        page.QuerySelectorAll(".contents a").Select(link => link.GetAttribute("href")).ShouldContain("#part-summary");
    }

    [Fact]
    public async Task Published_it_changes_only_by_an_amendment_that_readers_see()
    {
        await PublishAsync();
        var desk = await ada.PageAsync($"/postmortems/{number}/write");

        using var refused = await ada.SubmitAsync(desk, "#desk", ("Form.Text", "## Summary\n\n3,120 labels."), ("Form.Intent", "save"), ("Form.Note", ""));
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = await refused.PageAsync();
        again.QuerySelector("[role=alert]")!.TextContent.ShouldContain("Say in a sentence what you correct");

        using var amended = await ada.SubmitAsync(again, "#desk", ("Form.Intent", "save"), ("Form.Note", "The first version gave 2,870 labels."));

        amended.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var page = await PageAsync();
        page.QuerySelector(".amendment")!.TextContent.ShouldContain("by Ada Okafor");
        page.QuerySelector(".amendment")!.TextContent.ShouldContain("The first version gave 2,870 labels.");
        page.QuerySelector(".prose")!.TextContent.ShouldContain("3,120 labels.");
    }

    [Fact]
    public async Task Cannot_be_published_unreviewed_nor_sent_back_afterwards()
    {
        await AddCauseAsync();
        await Should.ThrowAsync<RuleBrokenException>(() => app.UseCase<PublishPostmortem>().RunAsync(Actor, number));
        await PublishAsync();
        await Should.ThrowAsync<RuleBrokenException>(() => app.UseCase<SendBack>().RunAsync(Actor, number));
    }

    [Fact]
    public async Task Is_deleted_and_comes_back()
    {
        using var deleted = await ada.SubmitAsync(await ada.PageAsync($"/postmortems/{number}/about"), "form.remove");

        (await app.ClientFor(app.Eve).GetAsync($"/postmortems/{number}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        var page = await PageAsync();
        page.QuerySelector(".deleted")!.TextContent.ShouldContain("was deleted on");
        page.QuerySelector("textarea").ShouldBeNull();

        using var restored = await ada.SubmitAsync(page, ".deleted");
        (await app.ClientFor(app.Eve).GetAsync($"/postmortems/{number}")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Gets_another_title_owner_and_facilitator()
    {
        var page = await ada.PageAsync($"/postmortems/{number}/about");

        using var refused = await ada.SubmitAsync(page, "main form", ("Form.Incidents", "INC-99999"));
        (await refused.PageAsync()).QuerySelector(".fault-summary")!.TextContent.ShouldContain("There is no incident INC-99999.");

        using var saved = await ada.SubmitAsync(page, "main form", ("Form.Title", "Pool full"), ("Form.FacilitatorId", app.Grace.Id.ToString()));
        using var late = await ada.SubmitAsync(page, "main form", ("Form.Title", "Too late"));

        saved.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await late.PageAsync()).QuerySelector(".fault-summary")!.TextContent.ShouldContain("Theirs: “Pool full”");
        (await PageAsync()).QuerySelector("aside.facts")!.TextContent.ShouldContain("Grace Lindqvist");
    }

    private Task<AngleSharp.Dom.IDocument> PageAsync() => ada.PageAsync($"/postmortems/{number}");

    private async Task<HttpResponseMessage> StepAsync(string step) => await ada.SubmitAsync(await PageAsync(), ".missing form", ("Step", step));

    private Task<bool> AddCauseAsync() =>
        app.UseCase<AddCause>().RunAsync(Actor, number, Guid.CreateVersion7(), new CauseStatement("The pool has a fixed size", CauseRole.MadePossible, Confidence.Likely, "", null, null, []));

    private async Task PublishAsync()
    {
        await AddCauseAsync();
        await app.UseCase<AskForReview>().RunAsync(Actor, number);
        await app.UseCase<PublishPostmortem>().RunAsync(Actor, number);
    }
}
