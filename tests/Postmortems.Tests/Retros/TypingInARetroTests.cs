using Microsoft.Playwright;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Retros;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Retros;

/// <summary>Words that somebody is typing while whoever leads goes on.</summary>
public sealed class TypingInARetroTests(PostmortemsApp app, Chromium chromium) : IClassFixture<PostmortemsApp>, IClassFixture<Chromium>, IAsyncLifetime
{
    private readonly RetroStory story = new(app);

    public async Task InitializeAsync()
    {
        await using var db = app.OpenDatabase();

        if (!db.Patterns.Any())
        {
            await story.TellAsync();
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task A_silent_comment_stays_with_its_pattern()
    {
        var (number, first) = await AtTheFirstOfTwoPatternsAsync("Comment");
        var phone = await TakePartAsync(app.Eve, number);
        await phone.GetByText("Write a silent comment about").ClickAsync();
        var words = phone.Locator($"#words-{first}");
        await words.PressSequentiallyAsync("Support saw it ");

        await GoOnAsync(number);
        await HasTitleAsync(phone, "A certificate expires unseen");
        await Assertions.Expect(words).ToBeFocusedAsync();
        await phone.Keyboard.TypeAsync("first");
        await Assertions.Expect(phone.Locator("summary", new() { HasText = "about “The pool runs empty”" })).ToBeVisibleAsync();
        (await phone.Locator("form.vote").CountAsync()).ShouldBe(1);

        await GoOnAsync(number, forward: false);
        await HasTitleAsync(phone, "The pool runs empty");
        await Assertions.Expect(words).ToHaveValueAsync("Support saw it first");
        (await phone.Locator("form.vote").CountAsync()).ShouldBe(1);
        await VoteAsync(phone);
        await Assertions.Expect(phone.GetByText("You can change it until the votes are shown.")).ToBeVisibleAsync();

        await GoOnAsync(number);
        await HasTitleAsync(phone, "A certificate expires unseen");
        await phone.Locator($"#say-{first}").GetByRole(AriaRole.Button, new() { Name = "Keep the comment" }).ClickAsync();
        await Assertions.Expect(phone.Locator("summary", new() { HasText = "about “The pool runs empty”" })).ToHaveCountAsync(0);

        var kept = (await story.ReadAsync(number, story.Eve)).Comments.ShouldHaveSingleItem();
        (kept.Text, kept.CardId).ShouldBe(("Support saw it first", first));
    }

    [Fact]
    public async Task An_answer_to_the_pulse_outlives_the_meeting()
    {
        var (number, _) = await AtTheFirstOfTwoPatternsAsync("Pulse");
        await story.GoToAsync(number, RetroStep.Pulse);
        var phone = await TakePartAsync(app.Eve, number);
        await phone.GetByLabel("What would you change in how we meet?").PressSequentiallyAsync("Begin with the wheel");

        await app.UseCase<CloseRetro>().RunAsync(story.Ada, number);

        await Assertions.Expect(phone.GetByText("The retro is over. Thank you.")).ToBeVisibleAsync();
        await Assertions.Expect(phone.GetByLabel("What would you change in how we meet?")).ToHaveValueAsync("Begin with the wheel");
        await phone.GetByText("Yes", new() { Exact = true }).ClickAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Answer" }).ClickAsync();
        await Assertions.Expect(phone.GetByText("Nobody can see that it was you.")).ToBeVisibleAsync();
        (await story.ReadAsync(number)).PulseAnswers.ShouldBe(1);
    }

    [Fact]
    public async Task Notes_for_the_minutes_stay_through_steps_and_votes()
    {
        var (number, _) = await AtTheFirstOfTwoPatternsAsync("Notes");
        var lead = await chromium.OpenAsync(app, app.Ada);
        await lead.GotoAsync($"/retros/{number}/lead");
        await lead.GetByText("Notes for the minutes").ClickAsync();
        await lead.GetByLabel("What nobody could answer").PressSequentiallyAsync("Who owns the pool?");

        await lead.GetByRole(AriaRole.Button, new() { Name = "Show the votes" }).ClickAsync();
        await Assertions.Expect(lead.GetByText("0 high, 0 middle, 0 low").First).ToBeVisibleAsync();
        await lead.GetByRole(AriaRole.Button, new() { Name = "Next pattern" }).ClickAsync();
        await HasTitleAsync(lead, "A certificate expires unseen");

        await Assertions.Expect(lead.GetByLabel("What nobody could answer")).ToHaveValueAsync("Who owns the pool?");
    }

    [Fact]
    public async Task A_comment_in_the_pack_comes_back_where_it_was_typed_and_nowhere_else()
    {
        var (number, _) = await AtTheFirstOfTwoPatternsAsync("Pack");
        var reader = await chromium.OpenAsync(app, app.Eve);
        reader.Dialog += (_, dialog) => _ = dialog.AcceptAsync();
        await reader.GotoAsync($"/retros/{number}");
        await reader.GetByText("Write a silent comment").Nth(1).ClickAsync();
        await reader.Locator("textarea").Nth(1).PressSequentiallyAsync("Only here");

        await reader.ReloadAsync();

        await Assertions.Expect(reader.Locator("textarea").Nth(1)).ToHaveValueAsync("Only here");
        (await reader.Locator("textarea").EvaluateAllAsync<string[]>("fields => fields.map(field => field.value)")).Count(words => words.Length > 0).ShouldBe(1);
    }

    private async Task<(int Number, Guid First)> AtTheFirstOfTwoPatternsAsync(string group)
    {
        var number = await story.BeginAsync(group);
        await using var db = app.OpenDatabase();
        await app.UseCase<AddToPack>().RunAsync(story.Ada, number, db.Patterns.Single(pattern => pattern.Name == "A certificate expires unseen").Number);
        return (number, (await story.GoToAsync(number, RetroStep.Patterns)).Current!.Id);
    }

    private async Task<IPage> TakePartAsync(User person, int number)
    {
        var phone = await chromium.OpenAsync(app, person);
        await phone.SetViewportSizeAsync(360, 740);
        await phone.GotoAsync($"/retros/{number}/part");
        await phone.GetByRole(AriaRole.Button, new() { Name = "Take part" }).ClickAsync();
        return phone;
    }

    private async Task GoOnAsync(int number, bool forward = true) =>
        await app.UseCase<MoveThroughRetro>().RunAsync(story.Ada, number, forward ? RetroMove.Next : RetroMove.Back, (await story.ReadAsync(number)).Retro.Run!.Place);

    private static Task HasTitleAsync(IPage page, string title) => Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Name = title, Level = 1 })).ToBeVisibleAsync();

    private static async Task VoteAsync(IPage phone)
    {
        foreach (var question in new[] { "How much does it hurt?", "ourselves", "learn" })
        {
            await phone.GetByRole(AriaRole.Group, new() { Name = question }).GetByText("High").ClickAsync();
        }

        await phone.GetByRole(AriaRole.Button, new() { Name = "Vote", Exact = true }).ClickAsync();
    }
}
