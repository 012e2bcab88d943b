using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Together;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Writing.Together;

public sealed class WritingAtOnceInBrowsersTests(PostmortemsApp app, Chromium chromium) : IClassFixture<PostmortemsApp>, IClassFixture<Chromium>
{
    [Fact]
    public async Task Two_people_type_at_once_and_see_one_text()
    {
        var number = await StartAsync("## Summary\n\nOne.\n");
        var ada = await OpenAsync(app.Ada, number);
        var grace = await OpenAsync(app.Grace, number);

        await ada.Keyboard.PressAsync("Control+Home");
        await grace.Keyboard.PressAsync("Control+End");
        await Task.WhenAll(
            ada.Keyboard.TypeAsync("Ada begins 😀. ", new() { Delay = 10 }),
            grace.Keyboard.TypeAsync("Grace ends.", new() { Delay = 10 }));

        foreach (var page in new[] { ada, grace })
        {
            await Assertions.Expect(Editor(page)).ToContainTextAsync("Ada begins 😀. ## Summary");
            await Assertions.Expect(Editor(page)).ToContainTextAsync("Grace ends.");
            await Assertions.Expect(State(page)).ToHaveTextAsync("Saved");
        }

        (await StoredAsync(number)).ShouldBe("Ada begins 😀. ## Summary\n\nOne.\nGrace ends.");
    }

    [Fact]
    public async Task Three_windows_type_at_one_place_and_nobodys_words_are_torn()
    {
        var number = await StartAsync("");
        var people = new[] { (app.Ada, "Ada saw the pool run dry. "), (app.Grace, "Grace turned the job off. "), (app.Ada, "A second window called the provider. ") };
        var pages = new List<IPage>();

        foreach (var (person, _) in people)
        {
            pages.Add(await OpenAsync(person, number));
        }

        await Task.WhenAll(people.Zip(pages, (told, page) => page.Keyboard.TypeAsync(told.Item2, new() { Delay = 10 })));

        foreach (var (page, (_, words)) in pages.SelectMany(page => people.Select(told => (page, told))))
        {
            await Assertions.Expect(Editor(page)).ToContainTextAsync(words.TrimEnd());
            await Assertions.Expect(State(page)).ToHaveTextAsync("Saved");
        }

        var stored = await StoredAsync(number);
        people.ShouldAllBe(told => stored.Contains(told.Item2, StringComparison.Ordinal));
        stored.Length.ShouldBe(people.Sum(told => told.Item2.Length));
    }

    [Fact]
    public async Task What_was_typed_offline_comes_back_after_the_tab_was_closed_and_is_joined()
    {
        var number = await StartAsync("One.\n");
        var ada = await OpenAsync(app.Ada, number);
        var grace = await OpenAsync(app.Grace, number);

        await ada.Context.SetOfflineAsync(true);
        await ada.Keyboard.PressAsync("Control+End");
        await ada.Keyboard.TypeAsync("Ada was offline.");
        await Assertions.Expect(State(ada)).ToHaveTextAsync("Offline. 16 changes are kept on this device.");
        var context = ada.Context;
        await ada.CloseAsync();
        await grace.Keyboard.PressAsync("Control+Home");
        await grace.Keyboard.TypeAsync("Grace went on. ");
        await Assertions.Expect(State(grace)).ToHaveTextAsync("Saved");
        await context.SetOfflineAsync(false);

        ada = await context.NewPageAsync();
        await ada.GotoAsync($"/postmortems/{number}/write");

        await Assertions.Expect(ada.GetByText("Grace Lindqvist wrote too")).ToBeVisibleAsync();
        await Assertions.Expect(State(ada)).ToHaveTextAsync("Saved");
        await Assertions.Expect(Editor(grace)).ToContainTextAsync("Ada was offline.");
        (await StoredAsync(number)).ShouldBe("Grace went on. One.\nAda was offline.");
        (await ada.EvaluateAsync<int>("Object.keys(localStorage).filter(key => key.startsWith('together:')).length")).ShouldBe(0);
    }

    [Fact]
    public async Task Who_was_offline_reads_that_others_wrote_however_both_come_back()
    {
        var number = await StartAsync("One.\n");
        var ada = await OpenAsync(app.Ada, number);
        var grace = await OpenAsync(app.Grace, number);
        await ada.Context.SetOfflineAsync(true);
        await ada.Keyboard.PressAsync("Control+End");
        await ada.Keyboard.TypeAsync("Ada.");
        await Assertions.Expect(State(ada)).ToHaveTextAsync("Offline. 4 changes are kept on this device.");
        await grace.Keyboard.PressAsync("Control+Home");
        await grace.Keyboard.TypeAsync("Grace. ");
        await Assertions.Expect(State(grace)).ToHaveTextAsync("Saved");

        await ada.Context.SetOfflineAsync(false);

        await Assertions.Expect(ada.GetByText("Grace Lindqvist wrote too")).ToBeVisibleAsync();
        await Assertions.Expect(State(ada)).ToHaveTextAsync("Saved");
        (await StoredAsync(number)).ShouldBe("Grace. One.\nAda.");
    }

    [Fact]
    public async Task Those_who_type_are_told_when_an_earlier_version_is_restored()
    {
        var number = await StartAsync("One.\n");
        var ada = await OpenAsync(app.Ada, number);
        await ada.Keyboard.PressAsync("Control+End");
        await ada.Keyboard.TypeAsync("Two.");
        await Assertions.Expect(State(ada)).ToHaveTextAsync("Saved");

        await app.UseCase<RestoreVersion>().RunAsync(new Actor(app.Grace.Id, Role.Editor), number, 2, amendment: null);

        await Assertions.Expect(ada.GetByText("Grace Lindqvist saved or restored a whole text.")).ToBeVisibleAsync();
        await ada.Keyboard.TypeAsync("Three.");
        await Assertions.Expect(State(ada)).ToHaveTextAsync("Saved");
        (await StoredAsync(number)).ShouldBe("One.\nThree.");
    }

    [Fact]
    public async Task A_browser_without_room_sends_what_it_cannot_keep_and_says_so()
    {
        var number = await StartAsync("One.\n");
        var ada = await OpenAsync(app.Ada, number);
        await ada.EvaluateAsync("""() => { for (let size = 2 ** 20; size > 0; size >>= 1) try { for (;;) localStorage.setItem("full" + Math.random(), "x".repeat(size)); } catch {} }""");

        await ada.Keyboard.PressAsync("Control+End");
        await ada.Keyboard.TypeAsync("No room.");
        await Assertions.Expect(State(ada)).ToHaveTextAsync("Saved");
        (await StoredAsync(number)).ShouldBe("One.\nNo room.");
        await ada.Context.SetOfflineAsync(true);
        await ada.Keyboard.TypeAsync(" At all.");
        await Assertions.Expect(State(ada)).ToHaveTextAsync("Offline. 8 changes are only in this tab, for this browser has no room left. Leave it open.");
        await ada.Context.SetOfflineAsync(false);

        await Assertions.Expect(State(ada)).ToHaveTextAsync("Saved");
        (await StoredAsync(number)).ShouldBe("One.\nNo room. At all.");
    }

    [Fact]
    public async Task A_writer_who_was_signed_out_keeps_the_words_and_goes_on_after_signing_in()
    {
        var number = await StartAsync("One.\n");
        var ada = await OpenAsync(app.Ada, number);
        var session = await ada.Context.CookiesAsync();

        await ada.Context.ClearCookiesAsync();
        await ada.Keyboard.PressAsync("Control+End");
        await ada.Keyboard.TypeAsync("Typed without a session.");
        await Assertions.Expect(State(ada)).ToContainTextAsync("You are signed out. 24 changes are kept on this device.");
        await Assertions.Expect(ada.GetByRole(AriaRole.Link, new() { Name = "Sign in" })).ToBeVisibleAsync();
        await ada.Context.AddCookiesAsync(session.Select(cookie => new Cookie { Name = cookie.Name, Value = cookie.Value, Url = app.Address.ToString() }));

        await Assertions.Expect(State(ada)).ToHaveTextAsync("Saved");
        (await StoredAsync(number)).ShouldBe("One.\nTyped without a session.");
    }

    [Fact]
    public async Task Asking_for_review_waits_for_what_was_just_typed_and_asks_when_it_cannot_arrive()
    {
        var number = await StartAsync("## Summary\n\nOne.\n");
        var ada = await OpenAsync(app.Ada, number);
        await ada.RouteAsync("**/document/changes", route => route.AbortAsync());
        await ada.Keyboard.TypeAsync("x");

        await ada.GetByRole(AriaRole.Button, new() { Name = "Ask for review" }).First.ClickAsync();

        // It is waited for a while before somebody is asked.
        await Assertions.Expect(ada.Locator("#confirm h2")).ToContainTextAsync("has not reached the server", new() { Timeout = 45_000 });
    }

    [Fact]
    public async Task Preview_shows_the_editors_text_and_writing_goes_on()
    {
        var number = await StartAsync("One.\n");
        var ada = await OpenAsync(app.Ada, number);

        await ada.Keyboard.PressAsync("Control+End");
        await ada.Keyboard.TypeAsync("A **bold** word.");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Assertions.Expect(ada.Locator(".preview strong")).ToHaveTextAsync("bold");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Write", Exact = true }).ClickAsync();

        await Assertions.Expect(Editor(ada)).ToContainTextAsync("A **bold** word.");
        await Assertions.Expect(State(ada)).ToHaveTextAsync("Saved");
        (await StoredAsync(number)).ShouldBe("One.\nA **bold** word.");
    }

    [Fact]
    public async Task Preview_says_that_all_is_saved_and_saving_it_again_meets_nobody()
    {
        var number = await StartAsync("One.\n");
        var ada = await OpenAsync(app.Ada, number);
        var grace = await OpenAsync(app.Grace, number);
        await ada.Keyboard.PressAsync("Control+End");
        await ada.Keyboard.TypeAsync("Two.");

        await ada.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();

        await Assertions.Expect(ada.Locator(".preview")).ToContainTextAsync("Two.");
        await Assertions.Expect(State(ada)).ToContainTextAsync("saved");
        await Assertions.Expect(State(ada)).Not.ToContainTextAsync("Not saved");
        await grace.Keyboard.TypeAsync("Grace. ");
        await Assertions.Expect(State(grace)).ToHaveTextAsync("Saved");
        await ada.Keyboard.PressAsync("Control+s");
        await ada.GetByRole(AriaRole.Button, new() { Name = "Write", Exact = true }).ClickAsync();
        await Assertions.Expect(Editor(ada)).ToContainTextAsync("Grace. One.");
        (await StoredAsync(number)).ShouldBe("Grace. One.\nTwo.");
    }

    private static ILocator Editor(IPage page) => page.Locator(".together .cm-content");

    private static ILocator State(IPage page) => page.Locator(".editor-bar .save-state:visible > span");

    private async Task<IPage> OpenAsync(User person, int number)
    {
        var page = await chromium.OpenAsync(app, person);
        await page.GotoAsync($"/postmortems/{number}/write");
        await Assertions.Expect(State(page)).ToHaveTextAsync("Saved");
        await Editor(page).FocusAsync();
        return page;
    }

    private async Task<int> StartAsync(string text)
    {
        var incident = Told.Incident(app.Ada);
        await app.StoreAsync(incident);
        var actor = new Actor(app.Ada.Id, Role.Editor);
        var started = (await app.UseCase<StartPostmortem>().RunAsync(actor, new PostmortemStart(Guid.CreateVersion7(), "Labels fail", "plain", app.Ada.Id, app.Grace.Id, [incident.Id]))).Key;
        await app.UseCase<WriteDocument>().RunAsync(actor, started, text, 1);
        return started;
    }

    private async Task<string> StoredAsync(int number) => (await app.UseCase<ReadText>().RunAsync(new Actor(app.Ada.Id, Role.Editor), number))!.Text;
}
