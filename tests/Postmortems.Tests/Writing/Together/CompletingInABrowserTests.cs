using Microsoft.Playwright;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Writing.Together;

public sealed class CompletingInABrowserTests(PostmortemsApp app, Chromium chromium) : IClassFixture<PostmortemsApp>, IClassFixture<Chromium>
{
    [Fact]
    public async Task A_live_block_is_chosen_from_the_slash_menu_and_arrives_at_a_second_window()
    {
        var ada = await Desk.StartAsync(app, chromium, "## Summary\n\nOne.\n");
        var grace = await Desk.OpenAsync(app, chromium, app.Grace, ada.Number);
        await ada.PressAsync("Control+End");

        await ada.Page.Keyboard.TypeAsync("/caus");
        await Assertions.Expect(Options(ada)).ToHaveTextAsync(["Causesthe contributing causes"]);
        await ada.Page.WaitForTimeoutAsync(100);
        await ada.PressAsync("Enter");
        await ada.Page.Keyboard.TypeAsync("After it.");

        (await ada.StoredAsync()).ShouldBe("## Summary\n\nOne.\n:::causes\n:::\nAfter it.");
        await Assertions.Expect(grace.Editor).ToContainTextAsync(":::causes");
        await Assertions.Expect(grace.Editor.Locator(".live-line")).ToHaveCountAsync(2);
    }

    [Fact]
    public async Task The_slash_menu_goes_by_arrows_and_mouse_and_leaves_the_slash_on_escape()
    {
        var ada = await Desk.StartAsync(app, chromium, "One.\n");
        await ada.PressAsync("Control+End");

        await ada.Page.Keyboard.TypeAsync("/");
        await Assertions.Expect(Options(ada).First).ToHaveAttributeAsync("aria-selected", "true");
        await Assertions.Expect(ada.Editor).ToHaveAttributeAsync("aria-autocomplete", "list");
        (await Barriers.OnAsync(ada.Page)).ShouldBeEmpty();
        await ada.PressAsync("Escape");
        await Assertions.Expect(Options(ada)).ToHaveCountAsync(0);
        await ada.Page.Keyboard.TypeAsync("etc/hosts\n/");
        await Assertions.Expect(Options(ada).First).ToBeVisibleAsync();
        await ada.Page.GetByRole(AriaRole.Option, new() { Name = "Task" }).ClickAsync();
        await ada.Page.Keyboard.TypeAsync("reprint\n\n\n/ta");
        await Assertions.Expect(Options(ada).First).ToContainTextAsync("Task");
        await ada.Page.WaitForTimeoutAsync(100);
        await ada.PressAsync("ArrowDown", "Enter");

        (await ada.StoredAsync()).ShouldStartWith("One.\n/etc/hosts\n- [ ] reprint\n");
        (await ada.StoredAsync()).ShouldContain("| When | What |");
    }

    [Fact]
    public async Task Words_with_a_slash_inside_and_code_open_nothing()
    {
        var ada = await Desk.StartAsync(app, chromium, "One\n");
        await ada.PressAsync("Control+End");

        await ada.Page.Keyboard.TypeAsync("and/or ada@ad `@Ad` a#la\n# A heading\n```\n/ @Ad #La");
        await ada.Page.WaitForTimeoutAsync(400);

        await Assertions.Expect(Options(ada)).ToHaveCountAsync(0);
        (await ada.StoredAsync()).ShouldContain("\n# A heading\n");
    }

    [Fact]
    public async Task People_are_named_behind_an_at_sign()
    {
        var ada = await Desk.StartAsync(app, chromium, "Ask: \n");
        var grace = await Desk.OpenAsync(app, chromium, app.Grace, ada.Number);
        await ada.PressAsync("Control+Home", "End");

        await ada.Page.Keyboard.TypeAsync("@gra");
        await Assertions.Expect(Options(ada)).ToHaveTextAsync(["Grace Lindqvist"]);
        await ada.Page.WaitForTimeoutAsync(100);
        await ada.PressAsync("Enter");
        await ada.Page.Keyboard.TypeAsync("about it");

        (await ada.StoredAsync()).ShouldBe("Ask: @Grace Lindqvist about it\n");
        await Assertions.Expect(grace.Editor).ToContainTextAsync("Ask: @Grace Lindqvist about it");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Assertions.Expect(ada.Page.Locator(".preview .mention")).ToHaveTextAsync("@Grace Lindqvist");
    }

    [Fact]
    public async Task Things_are_referred_to_behind_a_number_sign()
    {
        var incident = Told.Incident(app.Ada, "Zebra printers stopped");
        await app.StoreAsync(incident);
        var ada = await Desk.StartAsync(app, chromium, "See \n");
        var grace = await Desk.OpenAsync(app, chromium, app.Grace, ada.Number);
        await ada.PressAsync("Control+Home", "End");

        await ada.Page.Keyboard.TypeAsync("#ebra pr");
        await Assertions.Expect(Options(ada)).ToHaveTextAsync([$"INC-{incident.Number}Zebra printers stopped"]);
        await ada.Page.WaitForTimeoutAsync(100);
        await ada.PressAsync("Enter");

        (await ada.StoredAsync()).ShouldBe($"See INC-{incident.Number} \n");
        await Assertions.Expect(grace.Editor).ToContainTextAsync($"See INC-{incident.Number}");
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await Assertions.Expect(ada.Page.Locator(".preview a.reference")).ToHaveAttributeAsync("title", "Zebra printers stopped");
    }

    private static ILocator Options(Desk desk) => desk.Page.Locator(".cm-tooltip-autocomplete [role=option]");
}
