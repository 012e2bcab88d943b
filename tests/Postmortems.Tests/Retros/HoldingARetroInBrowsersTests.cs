using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Postmortems.Domain.Accounts;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Retros;

/// <summary>A retro held by three browsers: the big screen, a phone and whoever leads.</summary>
public sealed class HoldingARetroInBrowsersTests(PostmortemsApp app, Chromium chromium) : IClassFixture<PostmortemsApp>, IClassFixture<Chromium>
{
    private readonly RetroStory story = new(app);

    [Fact]
    public async Task Goes_through_although_the_server_is_restarted_in_the_middle()
    {
        await story.TellAsync();
        var number = await story.PlanAsync("Checkout");
        await app.UseCase<Domain.Retros.BuildPack>().RunAsync(story.Ada, number);
        var instance = await app.StartAnotherAsync();
        var address = new Uri(instance.Urls.First());
        var (screen, phone, lead) = (await OpenAsync(app.Grace), await OpenAsync(app.Eve), await OpenAsync(app.Ada));
        await phone.SetViewportSizeAsync(360, 740);
        await screen.GotoAsync($"/retros/{number}/projector");
        await phone.GotoAsync($"/retros/{number}/part");
        await lead.GotoAsync($"/retros/{number}/lead");

        await phone.GetByRole(AriaRole.Button, new() { Name = "Take part" }).ClickAsync();
        await Assertions.Expect(screen.GetByText("1 are here")).ToBeVisibleAsync();
        await lead.GetByRole(AriaRole.Button, new() { Name = "Begin the retro" }).ClickAsync();
        await Assertions.Expect(phone.GetByText("What we decided last time")).ToBeVisibleAsync();
        await Assertions.Expect(screen.Locator(".clock")).ToContainTextAsync("2:5");

        foreach (var heading in new[] { "What went well?", "Did it stop?", "The pool runs empty" })
        {
            await lead.GetByRole(AriaRole.Button, new() { Name = "Next step" }).ClickAsync();
            await Assertions.Expect(phone.GetByRole(AriaRole.Heading, new() { Name = heading, Level = 1 })).ToBeVisibleAsync();
            await Assertions.Expect(screen.GetByRole(AriaRole.Heading, new() { Name = heading, Level = 1 })).ToBeVisibleAsync();
        }

        await phone.GetByRole(AriaRole.Group, new() { Name = "How much does it hurt?" }).GetByText("High").ClickAsync();
        await instance.DisposeAsync();
        await using var restarted = await app.StartAnotherAsync(address);
        await app.UseCase<Domain.Retros.MoveThroughRetro>().RunAsync(story.Ada, number, Domain.Retros.RetroMove.Extend, new(Domain.Retros.RetroStep.Patterns, 0), (await story.ReadAsync(number)).Retro.Run!.EndsAt);
        await Assertions.Expect(screen.Locator(".clock")).ToContainTextAsync("4:", new() { Timeout = 20_000 });

        await phone.GetByRole(AriaRole.Group, new() { Name = "ourselves" }).GetByText("Middle").ClickAsync();
        await phone.GetByRole(AriaRole.Group, new() { Name = "learn" }).GetByText("Low").ClickAsync();
        await phone.GetByRole(AriaRole.Button, new() { Name = "Vote", Exact = true }).ClickAsync();
        await Assertions.Expect(screen.GetByText("Silent vote, 1 of 1 in")).ToBeVisibleAsync();
        await Assertions.Expect(screen.GetByText("1 high, 0 middle, 0 low")).ToHaveCountAsync(0);
        await screen.Keyboard.PressAsync("v");
        await Assertions.Expect(phone.GetByText("1 high, 0 middle, 0 low")).ToBeVisibleAsync();

        await lead.GetByRole(AriaRole.Link, new() { Name = "Watch" }).ClickAsync();
        await lead.GetByLabel("What we look for").FillAsync("Whether the import still holds connections");
        await lead.GetByRole(AriaRole.Button, new() { Name = "Decide: Watch" }).ClickAsync();
        await Assertions.Expect(screen.GetByText("Whether the import still holds connections")).ToBeVisibleAsync();
        (await screen.ContentAsync()).ShouldNotContain("Ada Okafor");

        await lead.GetByRole(AriaRole.Button, new() { Name = "Close and write the minutes" }).ClickAsync();
        await lead.Locator("#confirm .main").ClickAsync();
        await Assertions.Expect(phone.GetByText("The retro is over. Thank you.")).ToBeVisibleAsync();
        await using var db = app.OpenDatabase();
        (await db.Retros.Where(retro => retro.Number == number).Select(retro => retro.Minutes).SingleAsync()).ShouldContain("Whether the import still holds connections");

        Task<IPage> OpenAsync(User person) => chromium.OpenAsync(address, Sessions.Of(instance, person));
    }
}
