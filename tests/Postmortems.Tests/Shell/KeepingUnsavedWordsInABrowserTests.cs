using Microsoft.Playwright;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Writing;
using Postmortems.Tests.ActionItems;
using Postmortems.Tests.Testing;
using Postmortems.Tests.Writing;

namespace Postmortems.Tests.Shell;

public sealed class KeepingUnsavedWordsInABrowserTests(PostmortemsApp app, Chromium chromium) : IClassFixture<PostmortemsApp>, IClassFixture<Chromium>
{
    private Actor Actor => new(app.Ada.Id, Role.Editor);

    [Theory]
    [InlineData("/incidents/{0}/edit", "What happened", "Save the incident")]
    [InlineData("/postmortems/{1}/causes/new", "What was so?", "Add the cause")]
    public async Task Words_sent_after_the_session_ended_are_back_after_signing_in(string form, string field, string save)
    {
        var incident = await RecordAsync();
        var address = string.Format(null, form, incident.Number, await StartAsync(incident));
        var page = await chromium.OpenAsync(app, app.Ada);
        await page.GotoAsync(address);
        await page.GetByLabel(field).FillAsync("Typed while the session ran out");
        await page.Context.ClearCookiesAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = save }).ClickAsync();
        await page.WaitForURLAsync("**/sign-in?next=**");
        await SignInAsync(page);
        await page.GotoAsync(address);

        await page.Locator("[data-unsaved-notice]").WaitForAsync();
        await Assertions.Expect(page.GetByLabel(field)).ToHaveValueAsync("Typed while the session ran out");
        await page.GetByRole(AriaRole.Button, new() { Name = save }).ClickAsync();
        await page.WaitForURLAsync(url => !url.Contains(address));
        (await KeptAsync(page)).ShouldBe(0);
    }

    [Fact]
    public async Task Words_of_a_document_are_back_on_whichever_page_holds_its_form()
    {
        var number = await StartAsync(await RecordAsync());
        var page = await chromium.OpenAsync(app, app.Ada);
        await page.RouteAsync("**/api/**", route => route.AbortAsync());
        await page.GotoAsync($"/postmortems/{number}/write");
        await page.GetByLabel("Document text, in Markdown").FillAsync("Typed at the desk");
        await HasKeptAsync(page);
        await page.CloseAsync();

        page = await page.Context.NewPageAsync();
        await page.GotoAsync($"/postmortems/{number}");

        await page.Locator("[data-unsaved-notice]").WaitForAsync();
        await Assertions.Expect(page.GetByLabel("Document text, in Markdown")).ToHaveValueAsync("Typed at the desk");
    }

    [Fact]
    public async Task Quick_lines_are_back_until_they_are_added()
    {
        var incident = await RecordAsync();
        var page = await chromium.OpenAsync(app, app.Ada);
        await page.GotoAsync($"/incidents/{incident.Number}/timeline");
        await page.GetByRole(AriaRole.Textbox, new() { Name = "New entry" }).FillAsync("14:28 the pool is full\nthe pool is fuller");
        await HasKeptAsync(page);
        await page.CloseAsync();

        page = await page.Context.NewPageAsync();
        await page.GotoAsync($"/incidents/{incident.Number}/timeline");
        await page.Locator("[data-unsaved-notice]").WaitForAsync();
        var box = page.GetByRole(AriaRole.Textbox, new() { Name = "New entry" });
        await page.GetByText("“the pool is full”").WaitForAsync();
        await box.PressAsync("Enter");
        await Assertions.Expect(box).ToHaveValueAsync("the pool is fuller");

        // Only the line that was not understood waits, so nothing is added twice.
        await page.ReloadAsync();
        await Assertions.Expect(box).ToHaveValueAsync("the pool is fuller");
        await box.FillAsync("14:30 the pool is fuller");
        await box.PressAsync("Enter");
        await page.Locator(".timeline-list").GetByText("the pool is fuller").WaitForAsync();
        await Assertions.Expect(box).ToHaveValueAsync("");
        (await KeptAsync(page)).ShouldBe(0);
        await page.GetByRole(AriaRole.Link, new() { Name = "Entry with all its fields" }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "New entry" }).WaitForAsync();
    }

    [Fact]
    public async Task What_is_said_about_an_action_item_is_back_in_its_own_box()
    {
        var number = (await app.PromiseAsync(await app.PostmortemAsync(), "Alert on queue age")).Number;
        var page = await chromium.OpenAsync(app, app.Ada);
        await page.GotoAsync($"/action-items/{number}");
        await page.GetByText("Decline it…").ClickAsync();
        await page.GetByLabel("Why will it not be done?").FillAsync("The queue goes away in June");
        await HasKeptAsync(page);
        await page.CloseAsync();

        page = await page.Context.NewPageAsync();
        await page.GotoAsync($"/action-items/{number}");

        await Assertions.Expect(page.GetByLabel("Why will it not be done?")).ToHaveValueAsync("The queue goes away in June");
        await Assertions.Expect(page.GetByLabel("Why will it not be done?")).ToBeVisibleAsync();
        await Assertions.Expect(page.GetByLabel("What shows that it is done?")).ToHaveValueAsync("");
        await page.GetByRole(AriaRole.Button, new() { Name = "Decline the item" }).ClickAsync();
        await page.GetByText("Why it will not be done").WaitForAsync();
        (await KeptAsync(page)).ShouldBe(0);
    }

    private static Task<IJSHandle> HasKeptAsync(IPage page) =>
        page.WaitForFunctionAsync("() => Object.keys(localStorage).some(key => key.startsWith('unsaved:'))");

    private static Task<int> KeptAsync(IPage page) =>
        page.EvaluateAsync<int>("Object.keys(localStorage).filter(key => key.startsWith('unsaved:')).length");

    private async Task SignInAsync(IPage page)
    {
        var (name, value) = app.SessionOf(app.Ada);
        await page.Context.AddCookiesAsync([new() { Name = name, Value = value, Url = app.Address.ToString() }]);
    }

    private async Task<Incident> RecordAsync()
    {
        var incident = Told.Incident(app.Ada);
        await app.StoreAsync(incident);
        return incident;
    }

    private async Task<int> StartAsync(Incident incident) =>
        (await app.UseCase<StartPostmortem>().RunAsync(Actor, new PostmortemStart(Guid.CreateVersion7(), "Labels could not be created", "plain", app.Ada.Id, app.Grace.Id, [incident.Id]))).Key;
}
