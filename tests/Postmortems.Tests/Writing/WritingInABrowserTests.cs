using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Reviews;
using Postmortems.Domain.Timeline;
using Postmortems.Domain.Writing;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Writing;

public sealed class WritingInABrowserTests(PostmortemsApp app, Chromium chromium) : IClassFixture<PostmortemsApp>, IClassFixture<Chromium>, IAsyncLifetime
{
    private static readonly string Text = """
        ## Summary

        A release tripled the connections that each label holds; a pool sized in 2023 ran out.

        ## Impact

        - 47 minutes, [3,120 labels](https://status.example.org/214)
        - [x] all reprinted

        | When | What |
        | --- | --- |
        | 14:02 | First label fails |

        ## Contributing causes

        {{causes}}

        ## What happened

        {{timeline}}

        :::impact
        :::

        :::people
        :::

        :::similar
        :::

        :::timeline kind=luck

        See INC-1, and ask @Ada Okafor.

        ## Where we got lucky

        ## Action items

        {{action-items}}
        """;

    private int draft;
    private int published;
    private Guid cause;

    private Actor Actor => new(app.Ada.Id, Role.Editor);

    public async Task InitializeAsync()
    {
        var incident = Told.Incident(app.Ada);
        await app.StoreAsync(incident);
        await app.StoreAsync(Told.Entry(incident, 0, "First label requests fail"), Told.Entry(incident, 9, "The alert LabelLatencyHigh pages", 1));
        draft = await StartAsync(incident.Id);
        published = await StartAsync(incident.Id);
        await app.UseCase<AskForReview>().RunAsync(Actor, published);
        await app.UseCase<PublishPostmortem>().RunAsync(Actor, published);
        await app.UseCase<WriteDocument>().RunAsync(Actor, published, Text + "\nMore.", 2, "The first version gave 2,870 labels.");
        await app.UseCase<WriteDocument>().RunAsync(Actor, draft, "A text that came too late.", 1);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Every_page_of_a_postmortem_is_open_to_everybody()
    {
        var page = await chromium.OpenAsync(app, app.Ada);
        var complaints = new List<string>();
        page.Console += (_, message) =>
        {
            if (message.Type == "error")
            {
                complaints.Add(message.Text);
            }
        };
        page.Response += (_, answer) => complaints.AddRange(answer.Status >= 400 ? [answer.Url] : []);
        string[] addresses =
        [
            "/postmortems/new", $"/postmortems/{draft}", $"/postmortems/{draft}?view=read", $"/postmortems/{draft}/timeline", $"/postmortems/{draft}/causes", $"/postmortems/{draft}/causes/new", $"/postmortems/{published}/causes/{cause}",
            $"/postmortems/{draft}/history?earlier=1&later=2", $"/postmortems/{draft}/about", $"/postmortems/{draft}/kept/{await KeptAsync()}", $"/postmortems/{published}", $"/postmortems/{published}/write",
        ];

        foreach (var address in addresses)
        {
            await page.GotoAsync(address);
            complaints.AddRange(await Barriers.OnAsync(page, Barriers.TwoViews));
        }

        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task Words_that_met_no_server_are_not_called_saved()
    {
        var page = await chromium.OpenAsync(app, app.Ada);
        await KeepPlainAsync(page);
        await page.GotoAsync($"/postmortems/{draft}/write");
        var text = page.GetByLabel("Document text, in Markdown");
        var state = page.Locator(".editor-bar .save-state:visible");
        (await state.TextContentAsync())!.ShouldStartWith("Version");

        await text.FillAsync(Text + "\nTyped while the server went away.");
        await Assertions.Expect(state).ToHaveTextAsync("Not saved yet. Your words are kept on this device.");
        await page.RouteAsync("**/write", route => route.AbortAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("The server did not answer.");
        await Assertions.Expect(state).ToContainTextAsync("Not saved yet.");

        await page.UnrouteAsync("**/write");
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await page.Locator(".preview").WaitForAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToHaveCountAsync(0);
        await Assertions.Expect(state).ToContainTextAsync("Not saved yet.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Write", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(state).ToContainTextAsync("Version");
        (await text.InputValueAsync()).ShouldEndWith("Typed while the server went away.");
    }

    [Fact]
    public async Task Somebody_types_looks_saves_and_goes_on_writing()
    {
        var page = await chromium.OpenAsync(app, app.Ada);
        await KeepPlainAsync(page);
        await page.GotoAsync($"/postmortems/{draft}");
        var text = page.GetByLabel("Document text, in Markdown");

        (await text.InputValueAsync()).ShouldBe(Text);
        await page.GetByRole(AriaRole.Link, new() { Name = "Where we got lucky" }).First.ClickAsync();
        (await text.EvaluateAsync<bool>("e => document.activeElement === e && e.value.slice(e.selectionStart).startsWith('## Where we got lucky')")).ShouldBeTrue();
        await text.FillAsync(Text + "\n\nThe **price import** had been moved.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Preview" }).ClickAsync();
        await page.Locator(".preview strong").GetByText("price import").WaitForAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Write", Exact = true }).ClickAsync();
        await text.WaitForAsync();
        (await text.InputValueAsync()).ShouldEndWith("The **price import** had been moved.");
        await page.Keyboard.PressAsync("Control+s");
        await page.Locator(".save-state").GetByText("Version 3").WaitForAsync();
        (await text.InputValueAsync()).ShouldEndWith("The **price import** had been moved.");
    }

    [Fact]
    public async Task Words_that_come_back_meet_what_somebody_saved_meanwhile()
    {
        await using var db = app.OpenDatabase();
        var number = await StartAsync(await db.Incidents.Select(i => i.Id).FirstAsync());
        var page = await chromium.OpenAsync(app, app.Ada);
        await KeepPlainAsync(page);
        await page.GotoAsync($"/postmortems/{number}");
        var text = page.GetByLabel("Document text, in Markdown");
        await text.FillAsync("Ada's words");
        await page.WaitForFunctionAsync("() => Object.keys(localStorage).some(key => key.startsWith('unsaved:'))");
        await page.CloseAsync();
        await app.UseCase<WriteDocument>().RunAsync(Actor with { UserId = app.Grace.Id }, number, "Grace's words", 2);

        page = await page.Context.NewPageAsync();
        await KeepPlainAsync(page);
        await page.GotoAsync($"/postmortems/{number}");
        text = page.GetByLabel("Document text, in Markdown");
        await page.Locator("[data-unsaved-notice]").WaitForAsync();
        (await text.InputValueAsync()).ShouldBe("Ada's words");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).ClickAsync();

        await page.GetByRole(AriaRole.Heading, new() { Name = "Two texts met" }).WaitForAsync();
    }

    [Fact]
    public async Task Choosing_a_kind_of_cause_asks_its_question()
    {
        var page = await chromium.OpenAsync(app, app.Ada);
        await page.GotoAsync($"/postmortems/{draft}/causes/new");

        await page.GetByLabel("What kind of cause is it?").SelectOptionAsync("misleading-view");

        await page.GetByText("What did the screen show, and what was left out of it?").WaitForAsync();
    }

    /// <summary>Where the editor for several people cannot begin, the plain text area stays.</summary>
    private static async Task KeepPlainAsync(IPage page) => await page.RouteAsync("**/api/**", route => route.AbortAsync());

    private async Task<int> StartAsync(Guid incident)
    {
        var number = (await app.UseCase<StartPostmortem>().RunAsync(
            Actor, new PostmortemStart(Guid.CreateVersion7(), "Labels could not be created while the connection pool was full", "plain", app.Ada.Id, app.Grace.Id, [incident]))).Key;
        await app.UseCase<WriteDocument>().RunAsync(Actor, number, Text, 1);
        cause = Guid.CreateVersion7();
        await using var db = app.OpenDatabase();
        var entries = db.TimelineEntries.Where(e => e.IncidentId == incident).Select(e => e.Id).ToList();
        await app.UseCase<AddCause>().RunAsync(
            Actor, number, Guid.CreateVersion7(), new CauseStatement("A release moved the address check into the transaction that creates a label", CauseRole.Trigger, Confidence.Established, "", "large-batch", null, entries));
        await app.UseCase<AddCause>().RunAsync(
            Actor, number, cause, new CauseStatement("The connection pool has a fixed size that does not follow the load", CauseRole.MadePossible, Confidence.Likely, "requests waited, then failed", "finite-pool-exhausted", null, []));
        return number;
    }

    private async Task<Guid> KeptAsync()
    {
        await using var db = app.OpenDatabase();
        return db.KeptTexts.Where(k => db.Postmortems.Any(p => p.Id == k.PostmortemId && p.Number == draft)).Select(k => k.Id).Single();
    }
}
