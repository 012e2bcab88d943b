using Microsoft.Playwright;
using Postmortems.Domain.Accounts;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Accounts;

public sealed class DoorsInABrowserTests(PostmortemsApp app, Chromium chromium) : IClassFixture<PostmortemsApp>, IClassFixture<Chromium>
{
    [Fact]
    public async Task An_invitation_takes_the_zone_of_the_device_and_leads_in()
    {
        var secret = await app.UseCase<InvitePerson>().RunAsync(new Actor(app.Grace.Id, Role.Administrator), Guid.CreateVersion7(), Role.Editor, "Mira");
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync($"/invitation/{secret}");
        (await Barriers.OnAsync(page, Barriers.TwoViews)).ShouldBeEmpty();

        await page.GetByLabel("Your name").FillAsync("Mira");
        await page.GetByLabel("E-mail").FillAsync("mira@example.org");
        await page.GetByLabel("Password").FillAsync("a quiet heron at noon");
        await page.GetByRole(AriaRole.Button, new() { Name = "Make my account" }).ClickAsync();

        await page.GotoAsync("/account");
        (await page.GetByLabel("Time zone").InputValueAsync()).ShouldBe("Europe/Berlin");
    }

    [Fact]
    public async Task A_refused_sign_in_keeps_the_address_and_waits_in_the_password()
    {
        var page = await chromium.OpenAsync(app);
        await page.GotoAsync("/sign-in");

        await page.GetByLabel("E-mail").FillAsync("ada@example.org");
        await page.GetByLabel("Password").FillAsync("a quiet heron at dusk");
        await page.GetByRole(AriaRole.Button, new() { Name = "Sign in" }).ClickAsync();

        await page.GetByText("do not match").WaitForAsync();
        (await page.GetByLabel("E-mail").InputValueAsync()).ShouldBe("ada@example.org");
        (await page.EvaluateAsync<string>("document.activeElement.name")).ShouldBe("Form.Password");
        (await Barriers.OnAsync(page, Barriers.TwoViews)).ShouldBeEmpty();
    }

    [Fact]
    public async Task The_first_run_has_no_barriers()
    {
        var empty = new PostmortemsApp { BeginsWithNobody = true };
        await empty.InitializeAsync();
        var page = await chromium.OpenAsync(empty);

        await page.GotoAsync("/");

        page.Url.ShouldEndWith("/first-run");
        (await Barriers.OnAsync(page, Barriers.TwoViews)).ShouldBeEmpty();
        await page.Context.CloseAsync();
        await empty.DisposeAsync();
    }
}
