using Microsoft.Playwright;
using Postmortems.Domain.Accounts;
using Postmortems.Tests.Testing;
using Postmortems.Tests.Writing.Together;

namespace Postmortems.Tests.Writing.Comments;

public sealed class CommentingInBrowsersTests(PostmortemsApp app, Chromium chromium) : IClassFixture<PostmortemsApp>, IClassFixture<Chromium>
{
    [Fact]
    public async Task A_comment_on_marked_words_appears_to_the_other_and_its_passage_moves_with_the_text()
    {
        var number = await Window.DraftAsync(app, "The pool was full.\n\nThe queue grew.\n");
        var ada = await OpenAsync(app.Ada, number);
        var grace = await OpenAsync(app.Grace, number);

        await MarkFirstWordsAsync(ada, from: 4, length: 4);
        await ada.Locator(".comment-tip button").ClickAsync();
        await Assertions.Expect(ada.Locator("#comment-quote")).ToHaveValueAsync("pool");
        await ada.Keyboard.TypeAsync("Which pool, @Gra");
        await Assertions.Expect(ada.GetByRole(AriaRole.Option, new() { Name = "Grace Lindqvist" })).ToBeVisibleAsync();
        await ada.Keyboard.PressAsync("Enter");
        await ada.Keyboard.PressAsync("Backspace");
        await ada.Keyboard.TypeAsync("?");
        await grace.Keyboard.PressAsync("Control+Home");
        await grace.Keyboard.TypeAsync("Now: ");
        await ada.Keyboard.PressAsync("Control+Enter");

        foreach (var page in new[] { ada, grace })
        {
            await Assertions.Expect(page.Locator(".thread .words")).ToHaveTextAsync("Which pool, @Grace Lindqvist?");
            await Assertions.Expect(page.Locator(".cm-content .commented")).ToHaveTextAsync("pool");
        }

        await grace.Keyboard.TypeAsync("and again ");
        await Assertions.Expect(ada.Locator(".cm-line").First).ToHaveTextAsync("Now: and again The pool was full.");
        await Assertions.Expect(ada.Locator(".cm-content .commented")).ToHaveTextAsync("pool");

        await grace.Locator(".cm-content .commented").ClickAsync();
        await Assertions.Expect(grace.Locator(".thread.open")).ToBeVisibleAsync();
        await grace.Locator(".thread > .steps summary").ClickAsync();
        await grace.Locator(".thread > .steps textarea").FillAsync("That of the labels.");
        await grace.GetByRole(AriaRole.Button, new() { Name = "Reply" }).ClickAsync();
        await Assertions.Expect(ada.Locator(".thread .words").Last).ToHaveTextAsync("That of the labels.");

        await ada.GetByRole(AriaRole.Button, new() { Name = "Resolve" }).ClickAsync();
        await Assertions.Expect(grace.Locator(".cm-content .commented")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task What_somebody_types_stays_when_others_comment_and_when_the_server_is_away()
    {
        var number = await Window.DraftAsync(app, "The pool was full.\n");
        var ada = await OpenAsync(app.Ada, number);
        await ada.Locator("details.begin summary").ClickAsync();
        await ada.Locator("#comment-text").FillAsync("Half a thought");

        using (var grace = app.ClientFor(app.Grace))
        {
            using var list = await grace.PageAsync($"/postmortems/{number}/comments");
            await grace.SubmitAsync(list, "details.begin form", ("Form.Text", "From Grace"));
        }

        await Assertions.Expect(ada.Locator(".thread .words")).ToHaveTextAsync("From Grace");
        await Assertions.Expect(ada.Locator("#comment-text")).ToHaveValueAsync("Half a thought");

        await ada.RouteAsync("**/comments", route => route.AbortAsync());
        await ada.Locator("#comment-text").PressAsync("Control+Enter");
        await Assertions.Expect(ada.Locator("[data-comments-target=trouble]")).ToContainTextAsync("cannot be reached");
        await Assertions.Expect(ada.Locator("#comment-text")).ToHaveValueAsync("Half a thought");
    }

    [Fact]
    public async Task A_reader_of_the_page_comments_on_words_that_stand_there()
    {
        var number = await Window.DraftAsync(app, "The **pool** was full.\n");
        var ada = await chromium.OpenAsync(app, app.Ada);
        await ada.GotoAsync($"/postmortems/{number}?view=read");
        await Assertions.Expect(ada.Locator("details.begin")).ToBeVisibleAsync();

        await ada.EvaluateAsync("() => { const words = document.querySelector('.prose p'); document.getSelection().selectAllChildren(words); }");
        await ada.Locator(".comment-tip button").ClickAsync();
        await ada.Keyboard.TypeAsync("Which one?");
        await ada.Keyboard.PressAsync("Control+Enter");

        await Assertions.Expect(ada.Locator(".thread q")).ToHaveTextAsync("The **pool** was full.");
    }

    private async Task<IPage> OpenAsync(User person, int number)
    {
        var page = await chromium.OpenAsync(app, person);
        await page.GotoAsync($"/postmortems/{number}/write");
        await Assertions.Expect(page.Locator(".editor-bar .save-state:visible > span")).ToHaveTextAsync("Saved");
        await page.Locator(".together .cm-content").FocusAsync();
        return page;
    }

    private static async Task MarkFirstWordsAsync(IPage page, int from, int length)
    {
        await page.Keyboard.PressAsync("Control+Home");

        for (var i = 0; i < from; i++)
        {
            await page.Keyboard.PressAsync("ArrowRight");
        }

        for (var i = 0; i < length; i++)
        {
            await page.Keyboard.PressAsync("Shift+ArrowRight");
        }
    }
}
