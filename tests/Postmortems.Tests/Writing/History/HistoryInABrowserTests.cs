using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing;
using Postmortems.Tests.Testing;
using Postmortems.Tests.Writing.Together;

namespace Postmortems.Tests.Writing.History;

public sealed class HistoryInABrowserTests(PostmortemsApp app, Chromium chromium) : IClassFixture<PostmortemsApp>, IClassFixture<Chromium>, IAsyncLifetime
{
    private const string Text = """
        ## Summary

        A release tripled the connections that each label holds; a pool sized in 2023 ran out.

        ## Impact

        - 47 minutes, 3,120 labels could not be created
        - all were printed again by the evening
        """;

    private int number;

    public async Task InitializeAsync()
    {
        number = await Window.DraftAsync(app, Text);
        await WriteAsync(app.Grace, Text.Replace("a pool sized in 2023", "a connection pool that was sized in 2023 for a third of it", StringComparison.Ordinal), 2);
        await WriteAsync(app.Ada, Text.Replace("a pool sized in 2023", "a connection pool that was sized in 2023 for a third of it", StringComparison.Ordinal).Replace("3,120", "about 3,120", StringComparison.Ordinal), 3);
        await using var db = app.OpenDatabase();
        await db.DocumentChanges.Where(c => c.Version >= 3).ExecuteUpdateAsync(c => c.SetProperty(x => x.At, x => x.At.AddMinutes(40)));
        await db.DocumentChanges.Where(c => c.Version >= 4).ExecuteUpdateAsync(c => c.SetProperty(x => x.At, x => x.At.AddHours(20)));
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Somebody_looks_who_wrote_a_sentence_and_what_was_written_with_it()
    {
        var page = await chromium.OpenAsync(app, app.Eve);
        await page.GotoAsync($"/postmortems/{number}/history");
        await page.GetByRole(AriaRole.Link, new() { Name = "Who wrote which words" }).ClickAsync();

        await Assertions.Expect(page.Locator(".authored .by").GetByText("that was ")).ToHaveClassAsync("by by-2");
        var mark = page.Locator(".authored .writer-mark").GetByText("GL").First;
        await mark.FocusAsync();
        await Assertions.Expect(mark.Locator("span")).ToBeVisibleAsync();
        await page.Keyboard.PressAsync("Enter");

        await page.GetByRole(AriaRole.Heading, new() { Name = "From version 2 to version 3" }).WaitForAsync();
        await Assertions.Expect(page.Locator(".changed-words ins").First).ToContainTextAsync("connection");
        await Assertions.Expect(page.GetByRole(AriaRole.Button, new() { Name = "Restore" })).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task Its_pages_are_open_to_everybody()
    {
        var page = await chromium.OpenAsync(app, app.Ada);
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.AddRange(message.Type is "error" or "warning" ? [message.Text] : []);

        foreach (var address in new[] { "history?open=1", "history?earlier=2&later=4", "history/authors", "history/authors?version=2" })
        {
            await page.GotoAsync($"/postmortems/{number}/{address}");
            complaints.AddRange(await Barriers.OnAsync(page, Barriers.FourViews));
        }

        complaints.ShouldBeEmpty();
    }

    private Task<WriteOutcome?> WriteAsync(User by, string text, int basedOn) =>
        app.UseCase<WriteDocument>().RunAsync(new Actor(by.Id, by.Role), number, text, basedOn);
}
