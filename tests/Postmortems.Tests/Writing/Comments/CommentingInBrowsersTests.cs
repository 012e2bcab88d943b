using Microsoft.Playwright;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing.Comments;
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

    [Fact]
    public async Task A_page_that_is_only_read_shows_which_words_are_talked_about_and_leads_to_them_and_back()
    {
        const string Linked = "pool [of labels](https://example.org/pool)";
        const string Text = $"The pool was green.\n\n1. Then the **{Linked}** was full.\n";
        var number = await Window.DraftAsync(app, Text);
        var from = Text.IndexOf(Linked, StringComparison.Ordinal);
        await app.UseCase<StartThread>().RunAsync(new Actor(app.Ada.Id, Role.Editor), number, new NewThread(Guid.CreateVersion7(), "Which one?", "pool", new MarkedPlace(new Passage(from, from + 4), 2)));
        await app.UseCase<StartThread>().RunAsync(new Actor(app.Ada.Id, Role.Editor), number, new NewThread(Guid.CreateVersion7(), "From where?", Linked, new MarkedPlace(new Passage(from, from + Linked.Length), 2)));
        var grace = await chromium.OpenAsync(app, app.Grace);
        await grace.GotoAsync($"/postmortems/{number}?view=read");

        await Assertions.Expect(grace.Locator(".thread")).ToHaveCountAsync(2);
        await ExpectMarkedAsync(grace, "commented", "li: pool", "li: pool of labels");
        await ExpectMarkedAsync(grace, "commented-now");

        await grace.Locator(".thread", new() { HasText = "Which one?" }).Locator(".about a").ClickAsync();
        await ExpectMarkedAsync(grace, "commented-now", "li: pool");
        grace.Url.ShouldNotContain("thread=");

        await grace.Locator(".prose p").First.ClickAsync();
        await ExpectMarkedAsync(grace, "commented-now");

        await grace.Locator(".prose li strong").ClickAsync(new() { Position = new() { X = 5, Y = 8 } });
        await Assertions.Expect(grace.Locator(".thread.open .words")).ToHaveTextAsync("Which one?");
    }

    /// <param name="words">Each with the element in which they begin, in any order.</param>
    private static async Task ExpectMarkedAsync(IPage page, string kind, params string[] words) =>
        await page.WaitForFunctionAsync(
            "([kind, words]) => [...(CSS.highlights.get(kind) ?? [])].map(range => range.startContainer.parentElement.closest('p, li').localName + ': ' + range).sort().join('; ') === words",
            new[] { kind, string.Join("; ", words) });

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
