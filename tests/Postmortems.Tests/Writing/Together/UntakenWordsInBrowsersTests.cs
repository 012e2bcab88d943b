using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Writing.Together;

/// <summary>What somebody typed on a device and nobody takes any more.</summary>
public sealed class UntakenWordsInBrowsersTests(PostmortemsApp app, Chromium chromium) : IClassFixture<PostmortemsApp>, IClassFixture<Chromium>
{
    private const string Kept = "Object.keys(localStorage).filter(key => key.includes('together:')).length";

    [Fact]
    public async Task Come_back_on_the_published_page_and_can_be_put_into_an_amendment()
    {
        var number = await Window.DraftAsync(app, "One.\n");
        var page = await LeaveOfflineAsync(number, "The pool was full.", () => PublishAsync(number));

        await page.GotoAsync($"/postmortems/{number}");
        await Assertions.Expect(Untaken(page)).ToContainTextAsync("published meanwhile");
        await Assertions.Expect(Untaken(page).Locator("pre")).ToHaveTextAsync("The pool was full.");
        await Assertions.Expect(Untaken(page).GetByText("Put it at the end")).ToHaveCountAsync(0);

        await page.GetByRole(AriaRole.Link, new() { Name = "Amend", Exact = true }).ClickAsync();
        await Untaken(page).GetByText("Put it at the end of the text").ClickAsync();

        await Assertions.Expect(page.GetByLabel("Document text, in Markdown")).ToHaveValueAsync("One.\n\n\nThe pool was full.");
        await Assertions.Expect(Untaken(page)).ToHaveCountAsync(0);
        (await page.EvaluateAsync<int>(Kept)).ShouldBe(0);
    }

    [Fact]
    public async Task Are_not_told_where_only_the_answer_was_lost()
    {
        var number = await Window.DraftAsync(app, "One.\n");
        var sent = new Window(app.ClientFor(app.Ada), number);
        await sent.SendWellAsync(2, (1, Window.Put("Two.", 5, 5)));
        await PublishAsync(number);
        var page = await chromium.OpenAsync(app, app.Ada);
        await page.GotoAsync("/help");
        await page.EvaluateAsync(
            """
            place => {
              localStorage.setItem(`${place}:base`, '{"base":2,"confirmed":0}');
              localStorage.setItem(`${place}:1`, '[5,[0,"Two."]]');
            }
            """,
            $"together:{number}:{app.Ada.Id}:{sent.Client}");

        await page.GotoAsync($"/postmortems/{number}");

        await page.WaitForFunctionAsync($"() => {Kept} === 0");
        await Assertions.Expect(Untaken(page)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Stay_with_a_deleted_postmortem_until_they_are_discarded_after_a_question()
    {
        var number = await Window.DraftAsync(app, "One.\n");
        var page = await LeaveOfflineAsync(number, "The pool was full.", () => app.UseCase<DeletePostmortem>().RunAsync(new Actor(app.Grace.Id, Role.Editor), number));

        await page.GotoAsync($"/postmortems/{number}");
        await page.ReloadAsync();
        await Assertions.Expect(Untaken(page)).ToContainTextAsync("This postmortem is deleted.");
        await Untaken(page).GetByText("Discard it").ClickAsync();
        await Assertions.Expect(page.Locator("#confirm h2")).ToContainTextAsync("They stand nowhere else");
        await Assertions.Expect(Untaken(page).Locator("pre")).ToHaveTextAsync("The pool was full.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Discard them" }).ClickAsync();

        await Assertions.Expect(Untaken(page)).ToHaveCountAsync(0);
        (await page.EvaluateAsync<int>(Kept)).ShouldBe(0);
    }

    [Fact]
    public async Task Are_told_where_the_document_was_set_back_and_writing_goes_on_with_them()
    {
        var number = await Window.DraftAsync(app, "One.\n");
        var first = await Desk.OpenAsync(app, chromium, app.Ada, number);
        await first.PressAsync("Control+End", "x");
        await Assertions.Expect(first.State).ToHaveTextAsync("Saved");
        var page = await LeaveOfflineAsync(first, "The pool was full.", () => SetBackAsync(number));

        await page.GotoAsync($"/postmortems/{number}/write");
        var desk = new Desk(app, page, number);
        await Assertions.Expect(desk.State).ToHaveTextAsync("Saved");
        await Assertions.Expect(Untaken(page)).ToContainTextAsync("set back to an earlier state");
        await Untaken(page).GetByText("Put it at the end of the text").ClickAsync();

        await Assertions.Expect(Untaken(page)).ToHaveCountAsync(0);
        await Assertions.Expect(desk.Editor).ToContainTextAsync("The pool was full.");
        (await desk.StoredAsync()).ShouldBe("One.\n\n\nThe pool was full.");
    }

    [Fact]
    public async Task That_no_document_may_hold_are_set_aside_and_others_are_taken()
    {
        var desk = await Desk.StartAsync(app, chromium, "One.\n");
        await desk.PressAsync("Control+End");
        await desk.Editor.EvaluateAsync(
            """
            editor => {
              const clipboard = new DataTransfer();
              clipboard.setData("text/plain", "Pool" + String.fromCharCode(0) + " full.");
              editor.dispatchEvent(new ClipboardEvent("paste", { clipboardData: clipboard, bubbles: true, cancelable: true }));
            }
            """);

        await Assertions.Expect(Untaken(desk.Page).Locator("pre")).ToContainTextAsync("full.");
        await Assertions.Expect(desk.State).ToHaveTextAsync("Saved");
        await desk.PressAsync("Control+End", "T", "w", "o", ".");
        (await desk.StoredAsync()).ShouldBe("One.\nTwo.");

        await Untaken(desk.Page).GetByText("Put it at the end of the text").ClickAsync();

        await Assertions.Expect(desk.Editor).ToContainTextAsync("Pool full.");
        (await desk.StoredAsync()).ShouldBe("One.\nTwo.\n\nPool full.");
        await Assertions.Expect(Untaken(desk.Page)).ToHaveCountAsync(0);
    }

    private static ILocator Untaken(IPage page) => page.GetByRole(AriaRole.Region, new() { Name = "Words that were not taken" });

    private async Task<IPage> LeaveOfflineAsync(int number, string words, Func<Task> meanwhile) => await LeaveOfflineAsync(await Desk.OpenAsync(app, chromium, app.Ada, number), words, meanwhile);

    /// <returns>A new window of the same browser, online again.</returns>
    private static async Task<IPage> LeaveOfflineAsync(Desk desk, string words, Func<Task> meanwhile)
    {
        var context = desk.Page.Context;
        await context.SetOfflineAsync(true);
        await desk.PressAsync("Control+End");
        await desk.Page.Keyboard.TypeAsync(words);
        await Assertions.Expect(desk.State).ToContainTextAsync("kept on this device");
        await desk.Page.CloseAsync();
        await meanwhile();
        await context.SetOfflineAsync(false);
        return await context.NewPageAsync();
    }

    private async Task PublishAsync(int number)
    {
        await using var db = app.OpenDatabase();
        var postmortem = await db.Postmortems.SingleAsync(postmortem => postmortem.Number == number);
        postmortem.AskForReview(app.Grace.Id, DateTimeOffset.UtcNow);
        postmortem.Publish(app.Grace.Id, DateTimeOffset.UtcNow);
        await db.SaveChangesAsync();
    }

    /// <summary>As after a backup came back.</summary>
    private async Task SetBackAsync(int number)
    {
        await using var db = app.OpenDatabase();
        var id = await db.Postmortems.Where(postmortem => postmortem.Number == number).Select(postmortem => postmortem.Id).SingleAsync();
        await db.DocumentChanges.Where(change => change.PostmortemId == id && change.Version > 2).ExecuteDeleteAsync();
        await db.DocumentVersions.Where(version => version.PostmortemId == id && version.Version > 2).ExecuteDeleteAsync();
        await db.Database.ExecuteSqlAsync($"UPDATE documents SET version = 2, kept_version = 2, text = {"One.\n"} WHERE postmortem_id = {id}");
    }
}
