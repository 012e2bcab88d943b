using System.Net;
using Microsoft.EntityFrameworkCore;
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
        number = (await app.UseCase<StartPostmortem>().RunAsync(Actor, new PostmortemStart(Guid.CreateVersion7(), "Labels failed", "plain", app.Ada.Id, null, [incident.Id]))).Key;
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
        page.QuerySelector(".amendment p")!.TextContent.ShouldBe("The first version gave 2,870 labels.");
        page.QuerySelector(".prose")!.TextContent.ShouldContain("3,120 labels.");
    }

    [Fact]
    public async Task Published_its_title_people_and_incidents_change_only_by_an_amendment_that_readers_see()
    {
        var other = Told.Incident(app.Ada, "Labels failed again");
        await app.StoreAsync(other);
        await PublishAsync();
        var form = await ada.PageAsync($"/postmortems/{number}/about");
        var first = form.QuerySelector("input[name='Form.Incidents']")!.GetAttribute("value");
        (string, string)[] said = [("Form.Title", "Pool full"), ("Form.FacilitatorId", app.Grace.Id.ToString()), ("Form.Incidents", $"INC-{other.Number}")];

        using var refused = await ada.SubmitAsync(form, "main form", said);
        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = await refused.PageAsync();
        again.QuerySelector("#Form-Note-fault")!.TextContent.ShouldContain("Say in a sentence what you correct");
        again.QuerySelector("input[name='Form.Title']")!.GetAttribute("value").ShouldBe("Pool full");

        using var amended = await ada.SubmitAsync(again, "main form", ("Form.Note", "It was the pool, not the labels."));

        amended.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var eve = app.ClientFor(app.Eve);
        var readers = await eve.PageAsync($"/postmortems/{number}");
        readers.QuerySelector("article h1")!.TextContent.ShouldBe("Pool full");
        readers.QuerySelector(".byline")!.TextContent.ShouldContain("amended once");

        foreach (var seen in new[] { readers, await eve.PageAsync($"/postmortems/{number}/history") })
        {
            var amendment = seen.QuerySelector(".amendment")!.TextContent;
            amendment.ShouldContain("by Ada Okafor");
            amendment.ShouldContain("It was the pool, not the labels.");
            amendment.ShouldContain("Title: was “Labels failed”, is now “Pool full”.");
            amendment.ShouldContain("Facilitator: was nobody yet, is now Grace Lindqvist.");
            amendment.ShouldContain($"Incidents: was {first}, is now INC-{other.Number}.");
            amendment.ShouldNotContain("Owner:");
        }
    }

    [Fact]
    public async Task Described_as_it_is_already_it_has_no_amendment()
    {
        await PublishAsync();

        using var saved = await ada.SubmitAsync(await ada.PageAsync($"/postmortems/{number}/about"), "main form");

        saved.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var page = await PageAsync();
        page.QuerySelector(".amendment").ShouldBeNull();
        page.QuerySelector(".toast").ShouldBeNull();
    }

    [Theory]
    [InlineData("Form.Title", "Too late")]
    [InlineData("Form.Incidents", "")]
    public async Task A_description_begun_before_publication_changes_nothing_unseen(string field, string said)
    {
        var other = Told.Incident(app.Ada, "Labels failed again");
        await app.StoreAsync(other);
        var form = await ada.PageAsync($"/postmortems/{number}/about");
        await PublishAsync();

        using var late = await ada.SubmitAsync(form, "main form", (field, said.Length > 0 ? said : $"INC-{other.Number}"));

        var page = await late.PageAsync();
        page.QuerySelector(".fault-summary")!.TextContent.ShouldContain("it is published");
        page.QuerySelector("input[name='Form.Note']").ShouldNotBeNull();
        (await PageAsync()).QuerySelector("article h1")!.TextContent.ShouldBe("Labels failed");
    }

    [Fact]
    public async Task A_text_saved_while_it_is_being_published_is_an_amendment()
    {
        await AddCauseAsync();
        await app.UseCase<AskForReview>().RunAsync(Actor, number);
        await using var publishing = app.OpenDatabase();
        await using var publication = await publishing.Database.BeginTransactionAsync();
        await publishing.Database.ExecuteSqlAsync($"UPDATE postmortems SET publication_by = {app.Ada.Id}, publication_at = now() WHERE number = {number}");

        var saving = app.UseCase<WriteDocument>().RunAsync(Actor, number, "Not what was reviewed", basedOn: 1);
        await WaitsOrEndsAsync(saving);
        await publication.CommitAsync();

        (await Should.ThrowAsync<RuleBrokenException>(saving)).Code.ShouldBe("amendment/no-note");
        (await PageAsync()).QuerySelector(".prose")!.TextContent.ShouldNotContain("Not what was reviewed");
    }

    [Fact]
    public async Task It_is_not_published_with_a_text_that_is_just_being_emptied()
    {
        await AddCauseAsync();
        await app.UseCase<AskForReview>().RunAsync(Actor, number);
        await using var writing = app.OpenDatabase();
        await using var saving = await writing.Database.BeginTransactionAsync();
        await writing.Database.ExecuteSqlAsync($"SELECT 1 FROM postmortems WHERE number = {number} FOR SHARE");
        await writing.Database.ExecuteSqlAsync($"UPDATE documents SET text = '## Summary', version = version + 1, kept_version = version + 1 WHERE postmortem_id = (SELECT id FROM postmortems WHERE number = {number})");

        var publishing = app.UseCase<PublishPostmortem>().RunAsync(Actor, number);
        await WaitsOrEndsAsync(publishing);
        await saving.CommitAsync();

        (await Should.ThrowAsync<RuleBrokenException>(publishing)).Code.ShouldBe("postmortem/not-ready");
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

    /// <summary>Until the work waits for a lock that a transaction of the test holds.</summary>
    private async Task WaitsOrEndsAsync(Task work)
    {
        await using var db = app.OpenDatabase();
        var isWaiting = false;

        while (!work.IsCompleted && !isWaiting)
        {
            isWaiting = await db.Database.SqlQuery<bool>($"SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock') AS \"Value\"").SingleAsync();
        }
    }

    private Task<AngleSharp.Dom.IDocument> PageAsync() => ada.PageAsync($"/postmortems/{number}");

    private async Task<HttpResponseMessage> StepAsync(string step) => await ada.SubmitAsync(await PageAsync(), ".missing form", ("Step", step));

    private Task<Stored<string>?> AddCauseAsync() =>
        app.UseCase<AddCause>().RunAsync(Actor, number, Guid.CreateVersion7(), new CauseStatement("The pool has a fixed size", CauseRole.MadePossible, Confidence.Likely, "", null, null, []));

    private async Task PublishAsync()
    {
        await AddCauseAsync();
        await app.UseCase<AskForReview>().RunAsync(Actor, number);
        await app.UseCase<PublishPostmortem>().RunAsync(Actor, number);
    }
}
