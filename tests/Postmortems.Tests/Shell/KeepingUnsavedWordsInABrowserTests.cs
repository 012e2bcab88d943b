using Microsoft.Playwright;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Writing;
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
