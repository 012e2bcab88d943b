using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.ActionItems;
using Postmortems.Tests.Testing;
using Postmortems.Web;

namespace Postmortems.Tests.ActionItems;

public sealed class ActionItemPagesTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    [Fact]
    public async Task A_promise_is_made_in_a_postmortem_and_due_by_its_priority()
    {
        var postmortem = await app.PostmortemAsync();
        using var ada = app.ClientFor(app.Ada);
        using var form = await ada.PageAsync(Urls.NewActionItem(postmortem.Number));

        using var empty = await ada.SubmitAsync(form, "form[data-controller=unsaved]", ("Form.DoneWhen", "A page arrives within 5 min"));
        using var refused = await empty.PageAsync();
        using var saved = await ada.SubmitAsync(refused, "form[data-controller=unsaved]", ("Form.Title", "Alert on queue age"));

        empty.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.QuerySelector("[name='Form.DoneWhen']")!.TextContent.ShouldContain("A page arrives within 5 min");
        saved.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        await using var db = app.OpenDatabase();
        var item = await db.ActionItems.SingleAsync(i => i.PostmortemId == postmortem.Id);
        item.Due!.Value.DayNumber.ShouldBeInRange(DateOnly.FromDateTime(DateTime.UtcNow).DayNumber + 29, DateOnly.FromDateTime(DateTime.UtcNow).DayNumber + 31);
        using var tab = await ada.PageAsync(Urls.ActionItemsOf(postmortem.Number));
        tab.QuerySelector(".table .title")!.TextContent.ShouldBe("Alert on queue age");
    }

    [Fact]
    public async Task An_edit_leaves_a_promise_with_an_owner_whose_account_is_disabled()
    {
        var gone = new Domain.Accounts.User($"gone-{Guid.NewGuid():N}@example.org", "Ines Gone", Domain.Accounts.Role.Editor, DateTimeOffset.UnixEpoch);
        gone.Disable(Promised.Noon);
        await app.StoreAsync(gone);
        var item = await app.PromiseAsync(await app.PostmortemAsync(), "Alert on queue age", gone.Id);
        using var ada = app.ClientFor(app.Ada);
        using var form = await ada.PageAsync(Urls.EditActionItem(item.Number));

        using var saved = await ada.SubmitAsync(form, "form[data-controller=unsaved]", ("Form.Title", "Alert on the age of the queue"));

        saved.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        await using var db = app.OpenDatabase();
        (await db.ActionItems.SingleAsync(i => i.Id == item.Id)).OwnerId.ShouldBe(gone.Id);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("OPS-1204")]
    [InlineData("//tracker.example/OPS-1204")]
    public async Task A_link_that_is_no_address_on_the_web_is_refused_beside_the_field(string link)
    {
        var postmortem = await app.PostmortemAsync();
        using var ada = app.ClientFor(app.Ada);
        using var form = await ada.PageAsync(Urls.NewActionItem(postmortem.Number));

        using var answer = await ada.SubmitAsync(form, "form[data-controller=unsaved]", ("Form.Title", "Alert on queue age"), ("Form.Link", link));
        using var refused = await answer.PageAsync();
        using var saved = await ada.SubmitAsync(refused, "form[data-controller=unsaved]", ("Form.Link", " https://tracker.example/OPS-1204 "));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.QuerySelector("#Form-Link-fault")!.TextContent.ShouldContain("This is no address of a page.");
        refused.QuerySelector("[name='Form.Link']")!.GetAttribute("value").ShouldBe(link);
        saved.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        Should.Throw<Domain.RuleBrokenException>(() => new ActionItem(postmortem.Id, "Alert", ActionItemType.Detect, Priority.P1, app.Ada.Id, default).Promise("Alert", ActionItemType.Detect, Priority.P1, "", link));
    }

    [Fact]
    public async Task A_card_is_moved_from_the_board_without_scripts()
    {
        var item = await app.PromiseAsync(await app.PostmortemAsync(), "Pool size follows the pods");
        using var ada = app.ClientFor(app.Ada);
        using var board = await ada.PageAsync(Urls.ActionItemsBoard);

        using var moved = await ada.SubmitAsync(board, $"[data-column=open] #act-{item.Number} form:has([value=Start])");
        using var after = await ada.PageAsync(moved.Headers.Location!.ToString());

        moved.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        after.QuerySelector("[data-column=in-progress] .moved")!.Id.ShouldBe($"act-{item.Number}");
        after.QuerySelector("[role=status]")!.TextContent.ShouldContain("moved to In progress");
    }

    [Fact]
    public async Task An_item_closed_before_the_import_shows_no_date_that_nobody_stated()
    {
        var item = await app.PromiseAsync(await app.PostmortemAsync(), "Third controller node", then: i => i.Close(app.Ada.Id, "Marked as done.", Unstated.Time));
        using var ada = app.ClientFor(app.Ada);

        using var page = await ada.PageAsync(Urls.ActionItem(item.Number));
        using var closed = await ada.PageAsync(Urls.ActionItemsIn(ActionItemView.Closed, new ActionItemFilter(Words: "third controller")));

        page.Body!.TextContent.ShouldContain("Closed before the import, date not stated.");
        page.QuerySelectorAll("section:has(.promise) time").ShouldBeEmpty();
        closed.QuerySelector(".table td.date")!.TextContent.Trim().ShouldBe("before the import, date not stated");
        closed.QuerySelector(".table .status")!.TextContent.Trim().ShouldBe("Done");
    }

    [Fact]
    public async Task Closing_without_evidence_is_refused_beside_the_field_and_keeps_what_was_typed()
    {
        var item = await app.PromiseAsync(await app.PostmortemAsync(), "Pool size follows the pods");
        using var ada = app.ClientFor(app.Ada);
        using var page = await ada.PageAsync(Urls.ActionItem(item.Number));

        using var answer = await ada.SubmitAsync(page, "form:has([value=Close])", ("Move.Words", "   "));
        using var refused = await answer.PageAsync();
        using var twice = await ada.SubmitAsync(refused, "form:has([value=Close])", ("Move.Words", "https://example.org/pr/12"));
        using var again = await ada.SubmitAsync(refused, "form:has([value=Close])", ("Move.Words", "https://example.org/pr/12"));

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        refused.QuerySelector($"#evidence-{item.Number}-fault")!.TextContent.ShouldContain("Add a link or a sentence");
        twice.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        again.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        using var closed = await ada.PageAsync(Urls.ActionItem(item.Number));
        closed.QuerySelector(".promise a")!.GetAttribute("href").ShouldBe("https://example.org/pr/12");
    }

    [Fact]
    public async Task Somebody_elses_change_is_shown_beside_what_was_typed()
    {
        var item = await app.PromiseAsync(await app.PostmortemAsync(), "Pool size follows the pods");
        using var ada = app.ClientFor(app.Ada);
        using var first = await ada.PageAsync(Urls.EditActionItem(item.Number));
        using var grace = app.ClientFor(app.Grace);
        using var second = await grace.PageAsync(Urls.EditActionItem(item.Number));
        using var saved = await grace.SubmitAsync(second, "form[data-controller=unsaved]", ("Form.Title", "Grace's words"));

        using var answer = await ada.SubmitAsync(first, "form[data-controller=unsaved]", ("Form.Title", "Ada's words"));
        using var both = await answer.PageAsync();
        using var kept = await ada.SubmitAsync(both, "form[data-controller=unsaved]");

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        both.QuerySelector(".as-saved")!.TextContent.ShouldContain("Grace's words");
        both.QuerySelector("[name='Form.Title']")!.GetAttribute("value").ShouldBe("Ada's words");
        kept.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
    }

    [Fact]
    public async Task Several_are_declined_on_a_page_that_says_which()
    {
        var postmortem = await app.PostmortemAsync();
        var one = await app.PromiseAsync(postmortem, "Two people approve an import");
        var two = await app.PromiseAsync(postmortem, "Freeze imports on Fridays");
        using var ada = app.ClientFor(app.Ada);
        using var page = await ada.PageAsync($"{Urls.SelectedActionItems}?number={one.Number}&number={two.Number}&change=decline&back=%2Faction-items%3Fview%3DUnowned");

        using var silent = await ada.SubmitAsync(page, "main form");
        using var refused = await silent.PageAsync();
        using var done = await ada.SubmitAsync(refused, "main form", ("Form.Reason", "the lock is gone"));

        page.QuerySelectorAll(".served .sentence").Select(line => line.TextContent).ShouldBe(["Two people approve an import", "Freeze imports on Fridays"]);
        silent.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        done.Headers.Location!.ToString().ShouldEndWith("/action-items?view=Unowned");
        await using var db = app.OpenDatabase();
        (await db.ActionItems.Where(item => item.PostmortemId == postmortem.Id).Select(item => item.Decline!.Reason).ToListAsync()).ShouldBe(["the lock is gone", "the lock is gone"]);
    }

    [Fact]
    public async Task A_deleted_item_is_undone_from_the_notice_and_hidden_from_viewers()
    {
        var item = await app.PromiseAsync(await app.PostmortemAsync(), "Pool size follows the pods");
        using var ada = app.ClientFor(app.Ada);
        using var page = await ada.PageAsync(Urls.ActionItem(item.Number));

        using var deleted = await ada.SubmitAsync(page, $"form[action='{Urls.DeleteActionItem(item.Number)}']");
        using var list = await ada.PageAsync(deleted.Headers.Location!.ToString());
        using var hidden = await app.ClientFor(app.Eve).GetAsync(Urls.ActionItem(item.Number));
        using var undone = await ada.SubmitAsync(list, ".toast form");
        using var back = await app.ClientFor(app.Eve).GetAsync(Urls.ActionItem(item.Number));

        hidden.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        undone.Headers.Location!.ToString().ShouldEndWith(Urls.ActionItem(item.Number));
        back.StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task An_imported_item_shows_its_owner_as_written_until_somebody_takes_it()
    {
        var item = await app.PromiseAsync(await app.PostmortemAsync(), "Rotate the key", then: item => item.WasWrittenFor("SRE (Kim)"));
        using var eve = app.ClientFor(app.Eve);

        using var before = await eve.PageAsync(Urls.ActionItem(item.Number));
        await app.UseCase<ChangeManyActionItems>().RunAsync(new(app.Ada.Id, Domain.Accounts.Role.Editor), [item.Number], new ChangeOfMany.Owner(app.Grace.Id));
        using var after = await eve.PageAsync(Urls.ActionItem(item.Number));

        before.QuerySelector(".facts")!.TextContent.ShouldContain("SRE (Kim)");
        after.QuerySelector(".facts")!.TextContent.ShouldNotContain("SRE (Kim)");
        after.QuerySelector(".facts")!.TextContent.ShouldContain("Grace Lindqvist");
        before.QuerySelectorAll("main form:not([hidden])").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_page_of_the_table_costs_few_commands_however_many_rows()
    {
        var postmortem = await app.PostmortemAsync();
        for (var i = 0; i < 20; i++)
        {
            await app.PromiseAsync(postmortem, $"item {i}", owner: app.Ada.Id);
        }

        using var ada = app.ClientFor(app.Ada);
        using var _ = await ada.PageAsync(Urls.ActionItems);
        app.Commands.Forget();

        using var page = await ada.PageAsync(Urls.ActionItems);

        page.QuerySelectorAll("tbody input[type=checkbox]").Length.ShouldBeGreaterThanOrEqualTo(20);
        app.Commands.SeenInRequests.Count.ShouldBeLessThanOrEqualTo(7);
    }
}
