using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Shell;

public sealed partial class SendingAFormAgainInABrowserTests(PostmortemsApp app, Chromium chromium) : IClassFixture<PostmortemsApp>, IClassFixture<Chromium>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task After_the_Back_button_other_words_are_stored_or_still_there(bool scripts)
    {
        var manner = scripts ? "lively" : "plain";
        var page = await chromium.OpenAsync(app, app.Ada, scripts);
        await page.GotoAsync("/incidents/new");
        await RecordAsync(page, $"First, {manner}");
        await page.GoBackAsync();
        await page.Locator("#Form-Title").WaitForAsync();

        await SendAsync(page, $"Second, {manner}");

        // Most browsers ask for the page anew, with an id of its own; one that restores the old form is told.
        await page.Locator("h1").GetByText($"Second, {manner}").Or(page.GetByText("This form was stored before")).First.WaitForAsync();
        (await page.Locator("[role=alert]").CountAsync() > 0 || (await TitlesAsync(manner)).Contains($"Second, {manner}")).ShouldBeTrue();
    }

    [Fact]
    public async Task With_scripts_a_form_from_elsewhere_is_stored_when_asked_and_open_to_everybody()
    {
        var page = await chromium.OpenAsync(app, app.Ada);
        await page.GotoAsync("/incidents/new");
        var id = await page.Locator("[name='Form.Id']").InputValueAsync();
        await RecordAsync(page, "First, restored");
        await page.GotoAsync("/incidents/new");
        await page.Locator("[name='Form.Id']").EvaluateAsync("(field, id) => field.value = id", id);

        await SendAsync(page, "Second, restored");

        await Assertions.Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("This form was stored before as INC-");
        (await Barriers.OnAsync(page)).ShouldBeEmpty();
        await page.GetByRole(AriaRole.Button, new() { Name = "Record as a new incident" }).ClickAsync();
        await page.WaitForURLAsync(OneIncident());
        (await TitlesAsync("restored")).ShouldBe(["First, restored", "Second, restored"]);
    }

    [GeneratedRegex(@"/incidents/\d+$", RegexOptions.CultureInvariant, 1000)]
    private static partial Regex OneIncident();

    private static async Task SendAsync(IPage page, string title)
    {
        await page.Locator("#Form-Title").FillAsync(title);
        await page.GetByRole(AriaRole.Button, new() { Name = "Record the incident" }).ClickAsync();
    }

    private static async Task RecordAsync(IPage page, string title)
    {
        await SendAsync(page, title);
        await page.WaitForURLAsync(OneIncident());
    }

    private async Task<List<string>> TitlesAsync(string manner)
    {
        await using var db = app.OpenDatabase();
        return await db.Incidents.Select(i => i.Title).Where(title => title.EndsWith(manner)).Order().ToListAsync();
    }
}
