using Microsoft.Playwright;
using Postmortems.Domain.Accounts;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Writing.Together;

public sealed class BeingPresentInBrowsersTests(PostmortemsApp app, Chromium chromium) : IClassFixture<PostmortemsApp>, IClassFixture<Chromium>
{
    [Fact]
    public async Task Names_and_cursors_of_others_are_seen_where_they_write_and_are_gone_when_they_close_the_page()
    {
        var number = await Window.DraftAsync(app, "The pool was full.\n\nThe queue grew.\n");
        var ada = await OpenAsync(app.Ada, number);
        var grace = await OpenAsync(app.Grace, number);

        await Assertions.Expect(ada.Locator(".here")).ToContainTextAsync("Grace Lindqvist and you are here");
        await Assertions.Expect(grace.Locator(".here")).ToContainTextAsync("Ada Okafor and you are here");

        await grace.Keyboard.PressAsync("Control+Home");
        await grace.Keyboard.TypeAsync("Now: ");
        await Assertions.Expect(ada.Locator(".cm-line").First).ToContainTextAsync("Now: ");
        await Assertions.Expect(ada.Locator(".peer-cursor b")).ToHaveAttributeAsync("data-name", "Grace Lindqvist");
        await CursorStandsAfterAsync(ada, "Now: ");

        await grace.Keyboard.PressAsync("Shift+End");
        await Assertions.Expect(ada.Locator(".peer-words")).ToHaveTextAsync("The pool was full.");
        await ada.Keyboard.PressAsync("Control+Home");
        await ada.Keyboard.TypeAsync("Ada: ");
        await Assertions.Expect(ada.Locator(".peer-words")).ToHaveTextAsync("The pool was full.");
        await Assertions.Expect(grace.Locator(".peer-cursor b")).ToHaveAttributeAsync("data-name", "Ada Okafor");

        await grace.CloseAsync();
        await Assertions.Expect(ada.Locator(".here")).ToBeHiddenAsync(new() { Timeout = 4000 });
        await Assertions.Expect(ada.Locator(".peer-cursor")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Somebody_whose_line_is_cut_is_gone_within_fifteen_seconds()
    {
        var number = await Window.DraftAsync(app, "The pool was full.\n");
        var ada = await OpenAsync(app.Ada, number);
        var grace = await OpenAsync(app.Grace, number);
        await Assertions.Expect(ada.Locator(".here")).ToContainTextAsync("Grace Lindqvist");

        await grace.Context.SetOfflineAsync(true);

        await Assertions.Expect(ada.Locator(".here")).ToBeHiddenAsync(new() { Timeout = 15_000 });
        await Assertions.Expect(ada.Locator(".peer-cursor")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Who_only_reads_on_is_still_there_and_asks_the_server_nothing()
    {
        var number = await Window.DraftAsync(app, "The pool was full.\n");
        var ada = await OpenAsync(app.Ada, number);
        var grace = await OpenAsync(app.Grace, number);
        await Assertions.Expect(ada.Locator(".here")).ToContainTextAsync("Grace Lindqvist");
        await Assertions.Expect(grace.Locator(".here")).ToContainTextAsync("Ada Okafor");
        await ada.WaitForTimeoutAsync(1000);
        var asked = new List<string>();
        ada.Request += (_, request) => asked.Add(request.Url);

        await ada.WaitForTimeoutAsync(14_000);

        asked.ShouldBeEmpty();
        await Assertions.Expect(ada.Locator(".here")).ToContainTextAsync("Grace Lindqvist");
        await Assertions.Expect(grace.Locator(".peer-cursor")).ToHaveCountAsync(1);
    }

    private static async Task CursorStandsAfterAsync(IPage page, string words) =>
        await page.WaitForFunctionAsync(
            "words => { const cursor = document.querySelector('.peer-cursor'); if (!cursor) return false; const before = document.createRange(); before.setStart(cursor.closest('.cm-line'), 0); before.setEndBefore(cursor); return before.toString() === words; }",
            words);

    private async Task<IPage> OpenAsync(User person, int number)
    {
        var page = await chromium.OpenAsync(app, person);
        await page.GotoAsync($"/postmortems/{number}/write");
        await Assertions.Expect(page.Locator(".editor-bar .save-state:visible > span")).ToHaveTextAsync("Saved");
        await page.Locator(".together .cm-content").FocusAsync();
        return page;
    }
}
