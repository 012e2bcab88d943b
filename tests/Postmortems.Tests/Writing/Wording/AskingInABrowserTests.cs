using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Postmortems.Tests.Testing;
using Postmortems.Tests.Writing.Together;

namespace Postmortems.Tests.Writing.Wording;

public sealed class AskingInABrowserTests(PostmortemsApp app, Chromium chromium) : IClassFixture<PostmortemsApp>, IClassFixture<Chromium>
{
    [Fact]
    public async Task A_phrase_is_underlined_and_reworded_by_keys_alone_and_undo_brings_it_back()
    {
        var ada = await Desk.StartAsync(app, chromium, "## Summary\n\nOne. The outage was human error. Two.\n");
        await Assertions.Expect(Asked(ada)).ToHaveTextAsync("human error");

        await ada.PressAsync("Control+Home", "F8");
        await Assertions.Expect(Card(ada).Locator(".question")).ToContainTextAsync("?");
        await Assertions.Expect(ada.Page.Locator(".wording [role=status]")).ToContainTextAsync("“human error”: ");
        await ada.PressAsync("Alt+Enter");
        await Assertions.Expect(Card(ada)).ToBeFocusedAsync();
        await ada.PressAsync("Tab", "Tab");
        await Assertions.Expect(Card(ada).GetByRole(AriaRole.Button, new() { Name = "Reword" })).ToBeFocusedAsync();
        await ada.PressAsync("Enter");
        await Assertions.Expect(Card(ada).Locator("textarea:visible")).ToHaveValueAsync("The outage was human error.");
        await ada.PressAsync("Control+A");
        await ada.Page.Keyboard.TypeAsync("The form took the wrong depot without asking.");
        await ada.PressAsync("Control+Enter");

        (await ada.StoredAsync()).ShouldBe("## Summary\n\nOne. The form took the wrong depot without asking. Two.\n");
        await Assertions.Expect(ada.Editor).ToBeFocusedAsync();
        await Assertions.Expect(Card(ada)).ToHaveCountAsync(0);
        await ada.PressAsync("Control+Z");
        (await ada.StoredAsync()).ShouldBe("## Summary\n\nOne. The outage was human error. Two.\n");
        await Assertions.Expect(Asked(ada)).ToHaveTextAsync("human error");
    }

    [Fact]
    public async Task What_says_the_same_without_the_phrase_is_put_in_by_one_press_and_undo_brings_it_back()
    {
        const string before = "One.\n\n- At 10:02 a junior developer ran the script, alone. Two.\n";
        var ada = await Desk.StartAsync(app, chromium, before);

        await Asked(ada).ClickAsync();
        await Assertions.Expect(Card(ada).Locator("blockquote:visible")).ToHaveTextAsync("At 10:02 a developer ran the script, alone.");
        (await ada.Page.RunAxe()).Violations.ShouldBeEmpty();
        await Card(ada).GetByRole(AriaRole.Button, new() { Name = "Write it so" }).ClickAsync();

        (await ada.StoredAsync()).ShouldBe(before.Replace("junior ", "", StringComparison.Ordinal));
        await Assertions.Expect(Card(ada)).ToHaveCountAsync(0);
        await ada.PressAsync("Control+Z");
        (await ada.StoredAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_kept_phrase_rests_in_every_window_with_its_reason_until_it_is_asked_again()
    {
        var ada = await Desk.StartAsync(app, chromium, "The outage was human error.\n");
        var grace = await Desk.OpenAsync(app, chromium, app.Grace, ada.Number);
        await Assertions.Expect(Asked(grace)).ToHaveTextAsync("human error");

        await Asked(ada).ClickAsync();
        await Card(ada).GetByRole(AriaRole.Button, new() { Name = "Keep, because…" }).ClickAsync();
        await Card(ada).GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();
        await Assertions.Expect(Card(ada).GetByRole(AriaRole.Alert)).ToContainTextAsync("why it stays");
        await Card(ada).Locator("textarea:visible").FillAsync("It quotes the vendor.");
        await Card(ada).GetByRole(AriaRole.Button, new() { Name = "Keep it" }).ClickAsync();

        foreach (var desk in new[] { ada, grace })
        {
            await Assertions.Expect(Asked(desk)).ToHaveCountAsync(0);
            await desk.Page.GetByText("Answered: 1").ClickAsync();
            await Assertions.Expect(desk.Page.Locator(".wording details")).ToContainTextAsync("stays: It quotes the vendor. Ada Okafor");
        }

        await grace.Page.GetByRole(AriaRole.Button, new() { Name = "Ask again about “human error”" }).ClickAsync();
        await Assertions.Expect(Asked(ada)).ToHaveTextAsync("human error");
        await grace.Page.GetByRole(AriaRole.Button, new() { Name = "Put the answer about “human error” back" }).ClickAsync();
        await Assertions.Expect(Asked(ada)).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Underlines_move_with_what_others_write_and_vanish_while_their_phrase_is_written_anew()
    {
        var ada = await Desk.StartAsync(app, chromium, "The outage was human error.\n");
        await Assertions.Expect(Asked(ada)).ToHaveTextAsync("human error");
        await ada.PressAsync("Control+Home");

        await ada.Page.Keyboard.TypeAsync("We all think that ");
        await Assertions.Expect(Asked(ada)).ToHaveTextAsync("human error");
        await ada.PressAsync("End", "ArrowLeft", "Backspace");

        await Assertions.Expect(Asked(ada)).ToHaveCountAsync(0);
        await Assertions.Expect(ada.Page.Locator(".wording")).ToContainTextAsync("Nothing is asked");
    }

    [Fact]
    public async Task At_most_seven_are_listed_at_once_and_each_leads_to_its_card()
    {
        var ada = await Desk.StartAsync(app, chromium, string.Concat(Enumerable.Range(1, 9).Select(i => $"Line {i} says that it was human error.\n\n")));
        await Assertions.Expect(Asked(ada)).ToHaveCountAsync(9);

        await Assertions.Expect(Listed(ada)).ToHaveCountAsync(7);
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Show 2 more" }).ClickAsync();
        await Listed(ada).Nth(8).ClickAsync();

        await Assertions.Expect(Card(ada)).ToBeFocusedAsync();
        await ada.PressAsync("Escape");
        await Assertions.Expect(ada.Editor).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_somebody_knows_becomes_a_cause_or_a_decision_with_the_words_filled_in()
    {
        var ada = await Desk.StartAsync(app, chromium, "The outage was human error.\n");
        await Asked(ada).ClickAsync();
        await Card(ada).GetByRole(AriaRole.Button, new() { Name = "Answer it" }).ClickAsync();
        await Card(ada).Locator("textarea:visible").FillAsync("The form takes “Köln & Bonn” without a check.");

        var cause = await ada.Page.RunAndWaitForPopupAsync(() => Card(ada).GetByRole(AriaRole.Link, new() { Name = "Note it as a cause" }).ClickAsync());
        await Assertions.Expect(cause.GetByLabel("What was so?")).ToHaveValueAsync("The form takes “Köln & Bonn” without a check.");
        var decision = await ada.Page.RunAndWaitForPopupAsync(() => Card(ada).GetByRole(AriaRole.Link, new() { Name = "Note it as a decision" }).ClickAsync());
        await Assertions.Expect(decision.GetByLabel("What happened")).ToHaveValueAsync("The form takes “Köln & Bonn” without a check.");
        await Assertions.Expect(decision.GetByLabel("Kind", new() { Exact = true })).ToHaveValueAsync("Decision");

        await cause.GetByRole(AriaRole.Button, new() { Name = "Add the cause" }).ClickAsync();
        await Assertions.Expect(Asked(ada)).ToHaveCountAsync(0);
        await ada.Page.GetByText("Answered: 1").ClickAsync();
        await Assertions.Expect(ada.Page.GetByText("became a cause: The form takes “Köln & Bonn” without a check.")).ToBeVisibleAsync();
        await ada.Page.GetByRole(AriaRole.Button, new() { Name = "Ask again about “human error”" }).ClickAsync();
        await Assertions.Expect(Asked(ada)).ToHaveCountAsync(1);
    }

    [Fact]
    public async Task A_phrase_that_was_just_typed_opens_its_card_by_a_click()
    {
        var ada = await Desk.StartAsync(app, chromium, "## Summary\n\nOne.\n");
        await ada.PressAsync("Control+Home");
        await ada.Page.Keyboard.TypeAsync("The runbook’s first step is a restart. The on-call engineer should have checked the pool before restarting.\n\n");
        await Assertions.Expect(Asked(ada)).ToHaveTextAsync("The on-call engineer should have checked");

        await Asked(ada).ClickAsync();

        await Assertions.Expect(Card(ada)).ToBeVisibleAsync();
    }

    [Fact]
    public async Task A_field_asks_below_itself_once_typing_rests_and_is_quiet_again_when_it_is_reworded()
    {
        var number = await Window.DraftAsync(app, "One.\n");
        var ada = await chromium.OpenAsync(app, app.Ada);
        await ada.GotoAsync($"/postmortems/{number}/causes/new");

        await ada.GetByLabel("What was so?").FillAsync("The outage was human error.");
        await Assertions.Expect(ada.Locator(".asked-below .beside-question")).ToContainTextAsync("human error");
        (await ada.RunAxe()).Violations.ShouldBeEmpty();
        await ada.GetByLabel("What was so?").FillAsync("The pool has a fixed size.");

        await Assertions.Expect(ada.Locator(".beside-question")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task New_lines_of_a_timeline_titles_of_action_items_and_replies_are_asked_about_and_taken_all_the_same()
    {
        var number = await Window.DraftAsync(app, "One.\n");
        var ada = await chromium.OpenAsync(app, app.Ada);

        await ada.GotoAsync($"/postmortems/{number}/timeline");
        await ada.GetByRole(AriaRole.Link, new() { Name = "Write to this timeline" }).ClickAsync();
        await ada.GetByRole(AriaRole.Textbox, new() { Name = "New entry" }).FillAsync("14:28 it was human error");
        await Assertions.Expect(ada.Locator(".quick-entry .beside-question")).ToContainTextAsync("human error");
        (await ada.RunAxe()).Violations.ShouldBeEmpty();
        await ada.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await Assertions.Expect(ada.Locator("main")).ToContainTextAsync("it was human error");
        await Assertions.Expect(ada.Locator(".quick-entry .beside-question")).ToHaveCountAsync(0);

        await ada.GotoAsync($"/postmortems/{number}/action-items/new");
        await ada.GetByLabel("What will be done").FillAsync("Put an end to human error at the console");
        await Assertions.Expect(ada.Locator(".asked-below .beside-question").First).ToContainTextAsync("human error");

        await ada.GotoAsync($"/postmortems/{number}/comments");
        await ada.GetByText("Comment", new() { Exact = true }).First.ClickAsync();
        await ada.GetByLabel("What do you want to say?").FillAsync("How did it begin?");
        await ada.Locator(".said").GetByRole(AriaRole.Button, new() { Name = "Comment" }).ClickAsync();
        await ada.GetByText("Reply", new() { Exact = true }).First.ClickAsync();
        await ada.GetByLabel("Your reply").FillAsync("The DBA should have checked it.");
        await Assertions.Expect(ada.Locator(".thread .beside-question")).ToContainTextAsync("should have checked");
    }

    [Theory]
    [InlineData(360, ColorScheme.Light)]
    [InlineData(360, ColorScheme.Dark)]
    [InlineData(1440, ColorScheme.Light)]
    [InlineData(1440, ColorScheme.Dark)]
    public async Task The_card_fits_the_page_and_everybody_can_use_it(int width, ColorScheme scheme)
    {
        var ada = await Desk.StartAsync(app, chromium, "## Summary\n\nFor four minutes everything looked well, and then the on-call engineer should have checked the pool.\n");
        await ada.Page.EmulateMediaAsync(new() { ColorScheme = scheme });
        await ada.Page.SetViewportSizeAsync(width, 800);
        await Asked(ada).First.ClickAsync();
        await Card(ada).GetByRole(AriaRole.Button, new() { Name = "Reword" }).ClickAsync();

        var box = (await Card(ada).BoundingBoxAsync())!;
        box.X.ShouldBeGreaterThanOrEqualTo(0);
        (box.X + box.Width).ShouldBeLessThanOrEqualTo(width);
        (await ada.Page.EvaluateAsync<bool>("() => document.documentElement.scrollWidth <= window.innerWidth")).ShouldBeTrue();
        (await ada.Page.RunAxe()).Violations.ShouldBeEmpty();
    }

    private static ILocator Asked(Desk desk) => desk.Editor.Locator(".asks");

    private static ILocator Card(Desk desk) => desk.Page.GetByRole(AriaRole.Dialog, new() { Name = "A question about the wording" });

    private static ILocator Listed(Desk desk) => desk.Page.Locator(".wording > ul > li");
}
