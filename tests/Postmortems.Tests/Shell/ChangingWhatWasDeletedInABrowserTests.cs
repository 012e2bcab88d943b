using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Services;
using Postmortems.Domain.Timeline;
using Postmortems.Domain.Writing;
using Postmortems.Tests.ActionItems;
using Postmortems.Tests.Testing;
using Postmortems.Tests.Writing;

namespace Postmortems.Tests.Shell;

public sealed class ChangingWhatWasDeletedInABrowserTests(PostmortemsApp app, Chromium chromium) : IClassFixture<PostmortemsApp>, IClassFixture<Chromium>
{
    private const string Typed = "Typed while somebody deleted it";

    private Actor Grace => new(app.Grace.Id, Role.Administrator);

    [Fact]
    public async Task An_incident()
    {
        var incident = await RecordAsync();

        await TryAsync($"/incidents/{incident.Number}/edit", "What happened", "Save the incident", () => app.UseCase<DeleteIncident>().RunAsync(Grace, incident.Number));

        await using var db = app.OpenDatabase();
        (await db.Incidents.SingleAsync(i => i.Id == incident.Id && i.Deletion == null)).Title.ShouldBe(Typed);
    }

    [Fact]
    public async Task A_timeline_entry()
    {
        var incident = await RecordAsync();
        var entry = Told.Entry(incident, 0, "First label requests fail");
        await app.StoreAsync(entry);

        await TryAsync($"/incidents/{incident.Number}/timeline/{entry.Id}", "What happened", "Save the entry", () => app.UseCase<DeleteEntry>().RunAsync(Grace, entry.Id));

        await using var db = app.OpenDatabase();
        (await db.TimelineEntries.SingleAsync(e => e.Id == entry.Id && e.Deletion == null)).Text.ShouldBe(Typed);
    }

    [Fact]
    public async Task A_cause()
    {
        var postmortem = await app.PostmortemAsync();
        var cause = await app.CauseAsync(postmortem, "The pool has a fixed size");

        await TryAsync($"/postmortems/{postmortem.Number}/causes/{cause.Id}", "What was so?", "Save the cause", () => app.UseCase<DeleteCause>().RunAsync(Grace, postmortem.Number, cause.Id));

        await using var db = app.OpenDatabase();
        (await db.Causes.SingleAsync(c => c.Id == cause.Id && c.Deletion == null)).Statement.ShouldBe(Typed);
    }

    [Fact]
    public async Task An_action_item()
    {
        var item = await app.PromiseAsync(await app.PostmortemAsync(), "Alert on queue age");

        await TryAsync($"/action-items/{item.Number}/edit", "What will be done", "Save the item", () => app.UseCase<DeleteActionItem>().RunAsync(Grace, item.Number));

        await using var db = app.OpenDatabase();
        (await db.ActionItems.SingleAsync(i => i.Id == item.Id && i.Deletion == null)).Title.ShouldBe(Typed);
    }

    [Fact]
    public async Task A_service()
    {
        var service = new Service("label-printer", "Prints labels", "Shipping");
        await app.StoreAsync(service);

        await TryAsync("/services/label-printer", "What it does", "Save the service", () => app.UseCase<DeleteService>().RunAsync(Grace, service.Id));

        await using var db = app.OpenDatabase();
        (await db.Services.SingleAsync(s => s.Id == service.Id && s.Deletion == null)).Description.ShouldBe(Typed);
    }

    [Fact]
    public async Task The_title_of_a_postmortem()
    {
        var postmortem = await app.PostmortemAsync();

        await TryAsync($"/postmortems/{postmortem.Number}/about", "Title", "Save", () => app.UseCase<DeletePostmortem>().RunAsync(Grace, postmortem.Number));

        await using var db = app.OpenDatabase();
        (await db.Postmortems.SingleAsync(p => p.Id == postmortem.Id && p.Deletion == null)).Title.ShouldBe(Typed);
    }

    /// <summary>Says that it is deleted, keeps what was typed, brings it back when asked, and then saves.</summary>
    private async Task TryAsync(string address, string label, string save, Func<Task> delete)
    {
        var page = await chromium.OpenAsync(app, app.Ada);
        page.SetDefaultTimeout(10_000);
        await page.GotoAsync(address);
        var field = page.GetByLabel(label, new() { Exact = true });
        await field.FillAsync(Typed);
        await delete();
        var button = page.GetByRole(AriaRole.Button, new() { Name = save, Exact = true });

        await button.ClickAsync();
        await Assertions.Expect(page.Locator(".meanwhile")).ToContainTextAsync("so nothing is saved");
        await Assertions.Expect(field).ToHaveValueAsync(Typed);
        await page.GetByRole(AriaRole.Button, new() { Name = "Restore it" }).ClickAsync();
        await Assertions.Expect(page.Locator(".meanwhile").First).ToContainTextAsync("is back now");
        await Assertions.Expect(field).ToHaveValueAsync(Typed);
        await button.ClickAsync();

        await page.Locator(".meanwhile").First.WaitForAsync(new() { State = WaitForSelectorState.Detached });
    }

    private async Task<Incident> RecordAsync()
    {
        var incident = Told.Incident(app.Ada);
        await app.StoreAsync(incident);
        return incident;
    }
}
