using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Reviews;
using Postmortems.Domain.Writing;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Writing;

public sealed class WritingADocumentTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private int number;
    private HttpClient ada = null!;

    public async Task InitializeAsync()
    {
        var incident = Told.Incident(app.Ada);
        await app.StoreAsync(incident);
        number = (await app.UseCase<StartPostmortem>().RunAsync(
            new Actor(app.Ada.Id, Role.Editor), new PostmortemStart(Guid.CreateVersion7(), "Labels failed", "plain", app.Ada.Id, null, [incident.Id]))).Key;
        ada = app.ClientFor(app.Ada);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Saves_a_new_version_and_says_who_and_when()
    {
        using var answer = await SaveAsync(ada, "## Summary\r\n\r\nA pool was full.");

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var desk = await DeskAsync(ada);
        TextOf(desk).ShouldBe("## Summary\n\nA pool was full.");
        desk.QuerySelector(".save-state.when-saved")!.TextContent.ShouldContain("Version 2, saved");
        desk.QuerySelector(".save-state.when-saved")!.TextContent.ShouldContain("by Ada Okafor");
    }

    [Fact]
    public async Task Sent_twice_saves_once()
    {
        var desk = await DeskAsync(ada);

        using var first = await ada.SubmitAsync(desk, "#desk", ("Form.Text", "once"), ("Form.Intent", "save"));
        using var second = await ada.SubmitAsync(desk, "#desk", ("Form.Text", "once"), ("Form.Intent", "save"));

        second.Headers.Location.ShouldBe(first.Headers.Location);
        (await DeskAsync(ada)).QuerySelector(".save-state.when-saved")!.TextContent.ShouldContain("Version 2");
    }

    [Fact]
    public async Task Preview_shows_the_typed_text_and_saves_nothing()
    {
        var desk = await DeskAsync(ada);

        using var answer = await ada.SubmitAsync(desk, "#desk", ("Form.Text", "## Impact\n\n**All** of it"), ("Form.Intent", "preview"));

        var page = await answer.PageAsync();
        page.QuerySelector(".preview strong")!.TextContent.ShouldBe("All");
        TextOf(page).ShouldBe("## Impact\n\n**All** of it");
        (await DeskAsync(ada)).QuerySelector(".save-state.when-saved")!.TextContent.ShouldContain("Version 1");
    }

    [Fact]
    public async Task Keeps_a_text_that_begins_with_empty_lines_and_one_of_200_kilobytes()
    {
        var text = "\n\n" + string.Concat(Enumerable.Repeat("The pool was full & nobody saw it, <b>really</b>.\n", 4_000));

        using var answer = await SaveAsync(ada, text);

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        TextOf(await DeskAsync(ada)).ShouldBe(text);
    }

    [Fact]
    public async Task Refuses_a_character_that_cannot_be_kept_with_the_text_still_there()
    {
        using var answer = await SaveAsync(ada, "good line\nbad \0 line");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await answer.PageAsync();
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("Line 2 holds an invisible character");
        TextOf(page).ShouldStartWith("good line\nbad");
    }

    [Fact]
    public async Task Keeps_both_texts_when_somebody_else_saved_in_between()
    {
        await SaveAsync(ada, "one\ntwo\nthree");
        var mine = await DeskAsync(ada);
        await SaveAsync(app.ClientFor(app.Grace), "one\ntwo\nthree\nGrace's line");

        using var met = await ada.SubmitAsync(mine, "#desk", ("Form.Text", "Ada's line\none\ntwo\nthree"), ("Form.Intent", "save"));

        var both = await ada.PageAsync(met.Headers.Location!.ToString());
        both.QuerySelector("main")!.TextContent.ShouldContain("Grace Lindqvist");
        TextOf(both, "textarea[name='Form.Text']").ShouldBe("Ada's line\none\ntwo\nthree\nGrace's line");
        (await DeskAsync(ada)).QuerySelector(".unsettled")!.TextContent.ShouldContain("You have an unsettled text");

        using var settled = await ada.SubmitAsync(both, "#settle", ("Form.Intent", "save"));

        settled.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var desk = await DeskAsync(ada);
        TextOf(desk).ShouldBe("Ada's line\none\ntwo\nthree\nGrace's line");
        desk.QuerySelector(".unsettled").ShouldBeNull();
    }

    [Fact]
    public async Task Shows_what_was_sent_again_when_the_text_was_settled_before()
    {
        await SaveAsync(app.ClientFor(app.Grace), "Grace's line");
        var met = (WriteOutcome.MetAnother)(await app.UseCase<WriteDocument>().RunAsync(new Actor(app.Ada.Id, Role.Editor), number, "Ada's line", basedOn: 1))!;
        var both = await ada.PageAsync($"/postmortems/{number}/kept/{met.KeptText}");
        using var settled = await ada.SubmitAsync(both, "#settle", ("Form.Text", "Both lines"), ("Form.Intent", "save"));

        using var late = await ada.SubmitAsync(both, "#settle", ("Form.Text", "Both lines and a third"), ("Form.Intent", "save"));

        late.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var page = await late.PageAsync();
        page.QuerySelector("[role=alert]")!.TextContent.ShouldContain("Nothing was saved now");
        TextOf(page).ShouldBe("Both lines and a third");
        TextOf(await DeskAsync(ada)).ShouldBe("Both lines");
    }

    [Fact]
    public async Task Settles_a_text_only_in_its_own_postmortem()
    {
        var actor = new Actor(app.Ada.Id, Role.Editor);
        await SaveAsync(app.ClientFor(app.Grace), "Grace's line");
        var met = (WriteOutcome.MetAnother)(await app.UseCase<WriteDocument>().RunAsync(actor, number, "Ada's line", basedOn: 1))!;

        (await app.UseCase<SettleKeptText>().RunAsync(actor, number + 1_000, met.KeptText, text: null, against: 2)).ShouldBeNull();

        (await DeskAsync(ada)).QuerySelector(".unsettled").ShouldNotBeNull();
    }

    [Theory]
    [InlineData("Form.OwnerId", "Choose an owner from the list.")]
    [InlineData("Form.FacilitatorId", "Choose a facilitator from the list.")]
    public async Task Is_handed_only_to_people_there_are(string field, string sentence)
    {
        var page = await ada.PageAsync($"/postmortems/{number}/about");

        using var refused = await ada.SubmitAsync(page, "main form", (field, Guid.CreateVersion7().ToString()));

        refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await refused.PageAsync()).QuerySelector(".fault-summary")!.TextContent.ShouldContain(sentence);
    }

    [Fact]
    public async Task Stays_with_people_whose_accounts_are_disabled_when_its_title_changes()
    {
        var (owner, facilitator) = (await GoneAsync("Ines Gone"), await GoneAsync("Noor Gone"));
        var incident = Told.Incident(app.Ada);
        await app.StoreAsync(incident);
        var theirs = (await app.UseCase<StartPostmortem>().RunAsync(new Actor(app.Ada.Id, Role.Editor), new PostmortemStart(Guid.CreateVersion7(), "Labels fail", "plain", owner, facilitator, [incident.Id]))).Key;
        var page = await ada.PageAsync($"/postmortems/{theirs}/about");

        using var saved = await ada.SubmitAsync(page, "main form", ("Form.Title", "Labels failed"));

        await using var db = app.OpenDatabase();
        var postmortem = await db.Postmortems.SingleAsync(p => p.Number == theirs);
        (postmortem.Title, postmortem.OwnerId, postmortem.FacilitatorId).ShouldBe(("Labels failed", owner, (Guid?)facilitator));
    }

    private async Task<Guid> GoneAsync(string name)
    {
        var gone = new User($"gone-{Guid.NewGuid():N}@example.org", name, Role.Editor, DateTimeOffset.UnixEpoch);
        gone.Disable(DateTimeOffset.UnixEpoch);
        await app.StoreAsync(gone);
        return gone.Id;
    }

    [Fact]
    public void An_amendment_is_explained_in_a_short_line()
    {
        var broken = Should.Throw<RuleBrokenException>(() =>
            new Amendment(Guid.CreateVersion7(), 2, new string('x', Amendment.LongestNote + 1), app.Ada.Id, DateTimeOffset.UnixEpoch));

        broken.Message.ShouldContain("at most 500 characters");
    }

    [Fact]
    public async Task A_button_pressed_many_times_at_once_is_answered_in_words()
    {
        var page = await ada.PageAsync($"/postmortems/{number}/about");

        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => ada.SubmitAsync(page, "form.remove")));

        answers.Select(answer => answer.StatusCode).ShouldAllBe(status => status < HttpStatusCode.InternalServerError);
    }

    [Fact]
    public async Task Loses_no_text_when_many_save_at_once()
    {
        var actor = new Actor(app.Ada.Id, Role.Editor);

        var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => app.UseCase<WriteDocument>().RunAsync(actor, number, $"text {i}", basedOn: 1)));

        outcomes.OfType<WriteOutcome.Written>().ShouldHaveSingleItem();
        await using var db = app.OpenDatabase();
        var kept = await db.KeptTexts.Where(k => k.SettledAt == null && db.Postmortems.Any(p => p.Id == k.PostmortemId && p.Number == number)).Select(k => k.Text).ToListAsync();
        var current = await db.Documents.Where(d => db.Postmortems.Any(p => p.Id == d.PostmortemId && p.Number == number)).Select(d => d.Text).SingleAsync();
        kept.Append(current).Order().ShouldBe(Enumerable.Range(0, 8).Select(i => $"text {i}"));
    }

    [Fact]
    public async Task Is_set_back_even_while_others_write_and_keeps_all_of_it()
    {
        var actor = new Actor(app.Ada.Id, Role.Editor);
        await app.UseCase<WriteDocument>().RunAsync(actor, number, "second", basedOn: 1);
        await app.UseCase<WriteDocument>().RunAsync(actor, number, "third", basedOn: 2);

        var restored = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => app.UseCase<RestoreVersion>().RunAsync(actor, number, 2 + (i % 2), amendment: null)));

        restored.ShouldAllBe(was => was);
        await using var db = app.OpenDatabase();
        (await db.KeptTexts.AnyAsync(k => db.Postmortems.Any(p => p.Id == k.PostmortemId && p.Number == number))).ShouldBeFalse();
        (await db.Documents.Where(d => db.Postmortems.Any(p => p.Id == d.PostmortemId && p.Number == number)).Select(d => d.Text).SingleAsync()).ShouldBeOneOf("second", "third");
    }

    [Fact]
    public async Task Is_not_for_viewers_who_read_the_draft_instead()
    {
        var eve = app.ClientFor(app.Eve);

        (await eve.PageAsync($"/postmortems/{number}")).QuerySelector("article.prose").ShouldNotBeNull();
        (await eve.GetAsync($"/postmortems/{number}/write")).Headers.Location!.ToString().ShouldEndWith($"/postmortems/{number}");
        await Should.ThrowAsync<RuleBrokenException>(() => app.UseCase<WriteDocument>().RunAsync(new Actor(app.Eve.Id, Role.Viewer), number, "x", 1));
    }

    [Fact]
    public async Task Costs_few_commands_however_much_is_in_it()
    {
        await DeskAsync(ada);
        app.Commands.Forget();

        await DeskAsync(ada);

        app.Commands.SeenInRequests.Count.ShouldBeLessThanOrEqualTo(9, string.Join("\n---\n", app.Commands.SeenInRequests));
    }

    private Task<IDocument> DeskAsync(HttpClient client) => client.PageAsync($"/postmortems/{number}");

    private async Task<HttpResponseMessage> SaveAsync(HttpClient client, string text) =>
        await client.SubmitAsync(await DeskAsync(client), "#desk", ("Form.Text", text), ("Form.Intent", "save"));

    private static string TextOf(IDocument page, string selector = "textarea[name='Form.Text']") => ((AngleSharp.Html.Dom.IHtmlTextAreaElement)page.QuerySelector(selector)!).Value;
}
