using System.Net;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Reviews;
using Postmortems.Domain.Timeline;
using Postmortems.Domain.Writing;
using Postmortems.Tests.Testing;
using Postmortems.Tests.Writing;

namespace Postmortems.Tests.Causes;

public sealed class StatingCausesTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private TimelineEntry entry = null!;
    private int number;
    private HttpClient ada = null!;

    private Actor Actor => new(app.Ada.Id, Role.Editor);

    public async Task InitializeAsync()
    {
        var incident = Told.Incident(app.Ada);
        entry = Told.Entry(incident, 4, "Pods wait for a connection");
        await app.StoreAsync(incident);
        await app.StoreAsync(entry);
        number = (await app.UseCase<StartPostmortem>().RunAsync(Actor, new PostmortemStart(Guid.CreateVersion7(), "Labels failed", "plain", app.Ada.Id, null, [incident.Id]))).Key;
        ada = app.ClientFor(app.Ada);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_cause_is_named_with_its_part_kind_and_evidence()
    {
        var page = await ada.PageAsync($"/postmortems/{number}/causes/new");

        using var answer = await ada.SubmitAsync(
            page, "main form", ("Form.Statement", "The pool has a fixed size"), ("Form.Role", "Amplified"), ("Form.Confidence", "Likely"), ("Form.Leaf", "finite-pool-exhausted"), ("Evidence", entry.Id.ToString()));

        answer.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var item = (await ada.PageAsync($"/postmortems/{number}/causes")).QuerySelector(".causes li")!;
        item.QuerySelector(".says")!.TextContent.ShouldBe("The pool has a fixed size");
        item.QuerySelector(".sure")!.TextContent.ShouldContain("Likely");
        item.QuerySelector(".about")!.TextContent.ShouldContain("Amplified");
        item.QuerySelector(".about")!.TextContent.ShouldContain("Finite pool used up");
        item.QuerySelector(".about")!.TextContent.ShouldContain("Pods wait for a connection");
        await using var db = app.OpenDatabase();
        (await db.Errands.CountAsync(e => e.Kind == "patterns/recompute")).ShouldBeGreaterThan(0);
    }

    [Fact]
    public async Task A_kind_is_suggested_by_the_words_once_a_cause_is_stored_without_one()
    {
        var id = Guid.CreateVersion7();
        await app.UseCase<AddCause>().RunAsync(Actor, number, id, new CauseStatement("Nothing rotates the access log, it filled the root volume", CauseRole.MadePossible, Confidence.Likely, "", null, null, [entry.Id]));

        (await ada.PageAsync($"/postmortems/{number}/causes/{id}")).QuerySelector(".leaf-choice")!.TextContent.ShouldContain("Its words suggest “Finite pool used up”, because they may say: Logs or other output filled a disk.");
        (await ada.PageAsync($"/postmortems/{number}/causes/new")).QuerySelector(".leaf-choice")!.TextContent.ShouldNotContain("suggest");
    }

    [Fact]
    public async Task After_publication_readers_see_what_became_of_a_cause()
    {
        var id = Guid.CreateVersion7();
        var size = new CauseStatement("The pool has a fixed size", CauseRole.MadePossible, Confidence.Likely, "", null, null, [entry.Id]);
        await app.UseCase<WriteDocument>().RunAsync(Actor, number, "## Summary\n\nLabels failed for an hour because the pool was full.\n", 1);
        await app.UseCase<AddCause>().RunAsync(Actor, number, id, size);
        await app.UseCase<AskForReview>().RunAsync(Actor, number);
        await app.UseCase<PublishPostmortem>().RunAsync(Actor, number);
        var version = (await app.UseCase<PrepareCause>().RunAsync(Actor, number, id))!.Cause!.Version;

        await app.UseCase<ChangeCause>().RunAsync(Actor, number, id, size with { Statement = "The pool was sized for one depot" }, version);
        await app.UseCase<AddCause>().RunAsync(Actor, number, Guid.CreateVersion7(), size with { Statement = "Nobody was told of the fourth depot" });
        await app.UseCase<DeleteCause>().RunAsync(Actor, number, id);
        await app.UseCase<RestoreCause>().RunAsync(Actor, number, id);

        using var reader = app.ClientFor(app.Eve);
        (await reader.PageAsync($"/postmortems/{number}")).QuerySelectorAll(".amendment small").Select(told => told.TextContent).ShouldBe(
        [
            "Was “The pool has a fixed size”, is now “The pool was sized for one depot”",
            "Added: “Nobody was told of the fourth depot”",
            "Taken out: “The pool was sized for one depot”",
            "Back again: “The pool was sized for one depot”",
        ]);
    }

    [Fact]
    public async Task Sent_twice_names_one()
    {
        var page = await ada.PageAsync($"/postmortems/{number}/causes/new");

        using var first = await ada.SubmitAsync(page, "main form", ("Form.Statement", "Once"));
        using var second = await ada.SubmitAsync(page, "main form", ("Form.Statement", "Once"));

        (await ada.PageAsync($"/postmortems/{number}/causes")).QuerySelectorAll(".causes > li").Length.ShouldBe(1);
    }

    [Fact]
    public async Task An_empty_one_is_refused_beside_its_field_with_the_rest_still_there()
    {
        var page = await ada.PageAsync($"/postmortems/{number}/causes/new");

        using var answer = await ada.SubmitAsync(page, "main form", ("Form.Statement", " "), ("Form.Detail", "It kept the pool full"), ("Evidence", entry.Id.ToString()));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var again = await answer.PageAsync();
        again.QuerySelector(".fault")!.TextContent.ShouldContain("State the condition");
        again.QuerySelector("textarea[name='Form.Detail']")!.TextContent.ShouldContain("It kept the pool full");
        again.QuerySelector("input[name=Evidence]")!.HasAttribute("checked").ShouldBeTrue();
    }

    [Fact]
    public async Task Two_who_change_the_same_one_both_see_what_the_other_said()
    {
        var id = await AddAsync("The alert leaves failed requests out");
        var mine = await ada.PageAsync($"/postmortems/{number}/causes/{id}");
        var grace = app.ClientFor(app.Grace);
        using var theirs = await grace.SubmitAsync(await grace.PageAsync($"/postmortems/{number}/causes/{id}"), "main form", ("Form.Statement", "Grace's words"));

        using var met = await ada.SubmitAsync(mine, "main form", ("Form.Statement", "Ada's words"));

        met.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var both = await met.PageAsync();
        both.QuerySelector("[role=alert]")!.TextContent.ShouldContain("Grace's words");
        both.QuerySelector("textarea[name='Form.Statement']")!.TextContent.ShouldContain("Ada's words");

        using var again = await ada.SubmitAsync(both, "main form");
        again.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task They_move_leave_and_come_back()
    {
        var first = await AddAsync("first");
        var second = await AddAsync("second");
        var list = await ada.PageAsync($"/postmortems/{number}/causes");

        using var moved = await ada.SubmitAsync(list, $"form[action='/postmortems/{number}/causes/{second}/place']", ("above", $"{first}"));
        (await StatementsAsync()).ShouldBe(["second", "first"]);

        using var deleted = await ada.SubmitAsync(await ada.PageAsync($"/postmortems/{number}/causes/{second}"), "form.remove");
        (await StatementsAsync()).ShouldBe(["first"]);

        using var back = await ada.SubmitAsync(await ada.PageAsync($"/postmortems/{number}/causes"), $"form[action$='{second}/deletion/undo']");
        (await StatementsAsync()).ShouldBe(["second", "first"]);
    }

    [Fact]
    public async Task A_move_in_a_list_that_somebody_else_has_moved_since_says_so_and_moves_nothing()
    {
        Guid[] ids = [await AddAsync("one"), await AddAsync("two"), await AddAsync("three")];
        var seen = await ada.PageAsync($"/postmortems/{number}/causes");
        var grace = app.ClientFor(app.Grace);
        using var theirs = await MoveAsync(grace, await grace.PageAsync($"/postmortems/{number}/causes"), ids[2], ("above", $"{ids[1]}"));

        using var late = await MoveAsync(ada, seen, ids[0], ("below", $"{ids[1]}"));

        late.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var list = await ada.PageAsync($"/postmortems/{number}/causes");
        list.QuerySelector(".toast")!.TextContent.ShouldContain("Somebody changed these causes since you opened the list, so nothing was moved.");
        (await StatementsAsync()).ShouldBe(["one", "three", "two"]);
    }

    [Fact]
    public async Task A_move_past_one_that_has_been_deleted_since_says_so()
    {
        Guid[] ids = [await AddAsync("one"), await AddAsync("two"), await AddAsync("three")];
        var seen = await ada.PageAsync($"/postmortems/{number}/causes");
        await app.UseCase<DeleteCause>().RunAsync(Actor, number, ids[1]);

        using var late = await MoveAsync(ada, seen, ids[2], ("above", $"{ids[1]}"));

        (await ada.PageAsync($"/postmortems/{number}/causes")).QuerySelector(".toast")!.TextContent.ShouldContain("nothing was moved");
        (await StatementsAsync()).ShouldBe(["one", "three"]);
    }

    [Fact]
    public async Task A_move_pressed_twice_moves_once()
    {
        var ids = new[] { await AddAsync("one"), await AddAsync("two"), await AddAsync("three") };
        var list = await ada.PageAsync($"/postmortems/{number}/causes");

        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => MoveAsync(ada, list, ids[2], ("above", $"{ids[1]}"))));

        answers.ShouldAllBe(answer => answer.StatusCode == HttpStatusCode.SeeOther);
        (await StatementsAsync()).ShouldBe(["one", "three", "two"]);
    }

    [Fact]
    public async Task Viewers_read_and_change_nothing()
    {
        var id = await AddAsync("first");
        var eve = app.ClientFor(app.Eve);

        (await eve.PageAsync($"/postmortems/{number}/causes")).QuerySelectorAll("main form, main a.button").ShouldBeEmpty();
        using var form = await eve.GetAsync($"/postmortems/{number}/causes/{id}");
        form.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_cause_of_another_postmortem_is_not_found_here()
    {
        var id = await AddAsync("first");

        using var answer = await ada.GetAsync($"/postmortems/{number + 1000}/causes/{id}");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public void Every_kind_has_a_meaning_and_a_question()
    {
        var leaves = Taxonomy.Groups.SelectMany(group => group.Leaves).ToList();

        leaves.Count.ShouldBe(70);
        leaves.Select(leaf => leaf.Question).Distinct().Count().ShouldBe(70);
        leaves.ShouldAllBe(leaf => leaf.Question.EndsWith('?') && leaf.Meaning.EndsWith('.'));
    }

    private Task<HttpResponseMessage> MoveAsync(HttpClient client, AngleSharp.Dom.IDocument list, Guid cause, (string Name, string Value) past) =>
        client.SubmitAsync(list, $"form[action='/postmortems/{number}/causes/{cause}/place']", past);

    private async Task<Guid> AddAsync(string statement)
    {
        var id = Guid.CreateVersion7();
        await app.UseCase<AddCause>().RunAsync(Actor, number, id, new CauseStatement(statement, CauseRole.MadePossible, Confidence.Likely, "", null, null, []));
        return id;
    }

    private async Task<IEnumerable<string>> StatementsAsync() =>
        (await ada.PageAsync($"/postmortems/{number}/causes")).QuerySelectorAll(".causes .says").Select(says => says.TextContent);
}
