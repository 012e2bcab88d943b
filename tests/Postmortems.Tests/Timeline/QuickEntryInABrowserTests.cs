using Microsoft.Playwright;
using Postmortems.Domain.Incidents;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Timeline;

public sealed class QuickEntryInABrowserTests(PostmortemsApp app, Chromium chromium) : IClassFixture<PostmortemsApp>, IClassFixture<Chromium>
{
    [Fact]
    public async Task Shows_what_it_understands_while_somebody_types_and_adds_it_with_Enter()
    {
        var page = await chromium.OpenAsync(app, app.Ada);
        await page.GotoAsync($"/incidents/{await RecordAsync()}/timeline");
        var box = page.GetByRole(AriaRole.Textbox, new() { Name = "New entry" });

        await box.FillAsync("~14:28 fix: restarted the pods, by hand, 3m");
        await page.GetByText("“restarted the pods”").WaitForAsync();
        await box.PressAsync("Enter");
        await page.Locator(".timeline-list").GetByText("restarted the pods").WaitForAsync();

        await Assertions.Expect(box).ToHaveValueAsync("");
        await Assertions.Expect(box).ToBeFocusedAsync();
        (await page.Locator(".toast").InnerTextAsync()).ShouldContain("Added: 17 Nov 2026, about 14:28 CET, fix step.");
    }

    [Fact]
    public async Task Keeps_only_what_it_did_not_understand_and_goes_on_from_there()
    {
        var page = await chromium.OpenAsync(app, app.Ada);
        await page.GotoAsync($"/incidents/{await RecordAsync()}/timeline");
        var box = page.GetByRole(AriaRole.Textbox, new() { Name = "New entry" });

        await box.FillAsync("14:28 the pool is full\nthe pool is fuller");
        await box.PressAsync("Enter");
        await page.Locator(".timeline-list").GetByText("the pool is full").WaitForAsync();
        await Assertions.Expect(box).ToHaveValueAsync("the pool is fuller");
        await Assertions.Expect(box).ToBeFocusedAsync();
        await box.FillAsync("14:30 the pool is fuller");
        await box.PressAsync("Enter");
        await page.Locator(".timeline-list").GetByText("the pool is fuller").WaitForAsync();

        (await page.Locator(".timeline-list .text").AllInnerTextsAsync()).ShouldBe(["Impact began", "the pool is full", "the pool is fuller"]);
    }

    [Fact]
    public async Task Keeps_what_was_typed_when_the_server_refuses_it()
    {
        var page = await chromium.OpenAsync(app, app.Ada);
        await page.GotoAsync($"/incidents/{await RecordAsync()}/timeline");
        var box = page.GetByRole(AriaRole.Textbox, new() { Name = "New entry" });
        await box.FillAsync("14:28 the pool is full");

        await box.EvaluateAsync(
            """
            box => box.form.dispatchEvent(new CustomEvent("turbo:submit-end", { bubbles: true, detail: { success: false, fetchResponse: { serverError: false } } }))
            """);

        await Assertions.Expect(box).ToHaveValueAsync("14:28 the pool is full");
    }

    [Fact]
    public async Task Works_without_scripts()
    {
        var page = await chromium.OpenAsync(app, app.Ada, scripts: false);
        await page.GotoAsync($"/incidents/{await RecordAsync()}/timeline");

        await page.GetByRole(AriaRole.Textbox, new() { Name = "New entry" }).FillAsync("14:28 the pool is full\nno time here");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();

        (await page.Locator(".timeline-list").InnerTextAsync()).ShouldContain("the pool is full");
        (await page.Locator(".asks").InnerTextAsync()).ShouldContain("Begin with the time");
    }

    private async Task<int> RecordAsync()
    {
        var began = new DateTimeOffset(2026, 11, 17, 13, 2, 0, TimeSpan.Zero);
        var incident = new Incident("Labels fail", Severity.Sev2, "Europe/Berlin", app.Ada.Id, began);
        incident.TellTimes(new(Impact: new(began, Precision.Minute)), "Europe/Berlin");
        await app.StoreAsync(incident);
        return incident.Number;
    }
}
