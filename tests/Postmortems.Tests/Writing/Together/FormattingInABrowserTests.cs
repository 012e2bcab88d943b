using Microsoft.Playwright;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Writing.Together;

public sealed class FormattingInABrowserTests(PostmortemsApp app, Chromium chromium) : IClassFixture<PostmortemsApp>, IClassFixture<Chromium>
{
    [Theory]
    [InlineData("Bold", "- **One two**\n\n> **three**\n**four**")]
    [InlineData("Italic", "- *One two*\n\n> *three*\n*four*")]
    [InlineData("Code", "- `One two`\n\n> `three`\n`four`")]
    [InlineData("Heading H2", "## One two\n\n> ## three\n## four")]
    [InlineData("Numbered list", "1. One two\n\n> 1. three\n2. four")]
    [InlineData("Task list", "- [ ] One two\n\n> - [ ] three\n- [ ] four")]
    [InlineData("Code block", "```\n- One two\n\n> three\nfour\n```")]
    public async Task A_button_marks_all_that_is_selected_and_takes_the_marks_away_again(string tool, string marked)
    {
        const string text = "- One two\n\n> three\nfour";
        var desk = await Desk.StartAsync(app, chromium, text);
        await desk.PressAsync("Control+a");

        await desk.UseAsync(tool);
        (await desk.StoredAsync()).ShouldBe(marked);
        await desk.UseAsync(tool);

        // What becomes a heading or another list has lost its first sign.
        (await desk.StoredAsync()).ShouldBe(tool is "Bold" or "Italic" or "Code" or "Code block" ? text : "One two\n\n> three\nfour");
    }

    [Fact]
    public async Task Keys_mark_the_word_at_the_caret_and_a_button_tells_that_it_is_marked()
    {
        var desk = await Desk.StartAsync(app, chromium, "Labels failed.");
        var bold = desk.Page.GetByRole(AriaRole.Toolbar).GetByRole(AriaRole.Button, new() { Name = "Bold" });
        await desk.PressAsync("Control+Home", "ArrowRight");

        await desk.PressAsync("Control+b", "Control+i");
        (await desk.StoredAsync()).ShouldBe("***Labels*** failed.");
        await Assertions.Expect(bold).ToHaveAttributeAsync("aria-pressed", "true");
        await desk.PressAsync("Control+b", "Control+End");

        (await desk.StoredAsync()).ShouldBe("*Labels* failed.");
        await Assertions.Expect(bold).ToHaveAttributeAsync("aria-pressed", "false");
        await desk.PressAsync("Space", "Control+b");
        await desk.Page.Keyboard.TypeAsync("Twice");
        (await desk.StoredAsync()).ShouldBe("*Labels* failed. **Twice**");
    }

    [Fact]
    public async Task Lists_go_on_by_themselves_and_Tab_moves_their_items()
    {
        var desk = await Desk.StartAsync(app, chromium, "");

        await desk.Page.Keyboard.TypeAsync("1. First\nSecond\n");
        await desk.PressAsync("Tab");
        await desk.Page.Keyboard.TypeAsync("under it\n");
        await desk.PressAsync("Shift+Tab");
        await desk.Page.Keyboard.TypeAsync("Third");

        (await desk.StoredAsync()).ShouldBe("1. First\n2. Second\n   1. under it\n3. Third");
    }

    [Fact]
    public async Task A_list_ends_with_an_empty_line_so_that_what_follows_is_no_part_of_it()
    {
        var desk = await Desk.StartAsync(app, chromium, "");

        await desk.Page.Keyboard.TypeAsync("- First\nSecond\n\nAfter it.");

        (await desk.StoredAsync()).ShouldBe("- First\n- Second\n\nAfter it.");
    }

    [Fact]
    public async Task The_keyboard_is_not_trapped_in_a_list_and_finds_the_buttons()
    {
        var desk = await Desk.StartAsync(app, chromium, "- One\n- Two");
        await desk.PressAsync("Control+End", "Tab");
        (await desk.StoredAsync()).ShouldBe("- One\n  - Two");

        await desk.PressAsync("Escape", "Tab");
        (await desk.Editor.EvaluateAsync<bool>("e => e.contains(document.activeElement)")).ShouldBeFalse();
        await desk.Editor.FocusAsync();
        await desk.PressAsync("Alt+F10", "ArrowRight", "End", "ArrowLeft");
        (await desk.Page.EvaluateAsync<string>("document.activeElement.dataset.tool")).ShouldBe("undo");
        (await desk.Page.Locator(".writing-tools [tabindex='0']").CountAsync()).ShouldBe(1);
        await desk.PressAsync("Enter");

        (await desk.StoredAsync()).ShouldBe("- One\n- Two");
        (await desk.Editor.EvaluateAsync<bool>("e => e.contains(document.activeElement)")).ShouldBeTrue();
    }

    [Fact]
    public async Task Links_and_tables_come_ready_to_be_typed_into()
    {
        var desk = await Desk.StartAsync(app, chromium, "The status page told it.");
        await desk.PressAsync("Control+Home", "Control+ArrowRight", "Control+Shift+ArrowRight", "Control+Shift+ArrowRight");

        await desk.PressAsync("Control+k");
        await desk.Page.Keyboard.TypeAsync("https://status.example.org");
        (await desk.StoredAsync()).ShouldContain("[status page](https://status.example.org)");
        await desk.PressAsync("Control+k");
        (await desk.StoredAsync()).ShouldBe("The status page told it.");
        await desk.PressAsync("Control+End");
        await desk.UseAsync("Table");
        await desk.Page.Keyboard.TypeAsync("Minute");

        (await desk.StoredAsync()).ShouldBe("The status page told it.\n\n| Minute | What |\n| --- | --- |\n|  |  |");
        await desk.UseAsync("Table");
        (await desk.StoredAsync()).ShouldBe("The status page told it.\n\n| Minute | What |\n| --- | --- |\n|  |  |\n\n| When | What |\n| --- | --- |\n|  |  |");
    }

    [Fact]
    public async Task Ctrl_F_finds_what_is_not_drawn()
    {
        var desk = await Desk.StartAsync(app, chromium, string.Concat(Enumerable.Range(1, 900).Select(i => $"Line {i}.\n\n")));

        await desk.PressAsync("Control+f");
        await desk.Page.Keyboard.TypeAsync("Line 877.");
        await desk.PressAsync("Enter");

        await Assertions.Expect(desk.Page.Locator(".cm-searchMatch-selected")).ToBeInViewportAsync();
    }

    [Theory]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    public async Task The_buttons_are_open_to_everybody(int width, ColorScheme theme)
    {
        var desk = await Desk.StartAsync(app, chromium, "One.");
        await desk.Page.SetViewportSizeAsync(width, 800);
        await desk.Page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
        await desk.PressAsync("Control+f");

        (await Barriers.OnAsync(desk.Page)).ShouldBeEmpty();
        (await desk.Page.EvaluateAsync<bool>("[...document.querySelectorAll('.writing-tools button')].every(b => b.offsetWidth >= 24 && b.offsetHeight >= 24)")).ShouldBeTrue();
    }

    [Fact]
    public async Task Without_scripts_there_are_no_buttons()
    {
        var number = await Window.DraftAsync(app, "One.");
        var page = await chromium.OpenAsync(app, app.Ada, scripts: false);

        await page.GotoAsync($"/postmortems/{number}/write");

        await Assertions.Expect(page.GetByRole(AriaRole.Toolbar)).ToBeHiddenAsync();
        await Assertions.Expect(page.GetByLabel("Document text, in Markdown")).ToBeVisibleAsync();
    }
}
