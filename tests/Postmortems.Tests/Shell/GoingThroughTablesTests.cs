using Microsoft.Playwright;
using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Incidents;
using Postmortems.Tests.ActionItems;
using Postmortems.Tests.Testing;
using Postmortems.Web;

namespace Postmortems.Tests.Shell;

public sealed class GoingThroughTablesTests(PostmortemsApp app, Chromium chromium) : IClassFixture<PostmortemsApp>, IClassFixture<Chromium>
{
    private static readonly DateTimeOffset Noon = new(2026, 11, 17, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public async Task Keys_move_between_action_items_select_edit_and_open_them()
    {
        var postmortem = await app.PostmortemAsync();
        var first = await app.PromiseAsync(postmortem, "Alert on queue age", due: new(2026, 5, 1));
        var second = await app.PromiseAsync(postmortem, "Cap the pool", due: new(2026, 5, 2));
        var page = await chromium.OpenAsync(app, app.Ada);
        await page.GotoAsync(Urls.ActionItems);

        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(Title(page, first)).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(Title(page, second)).ToBeFocusedAsync();
        (await Title(page, second).Locator("xpath=ancestor::tr").EvaluateAsync<string>("row => getComputedStyle(row).boxShadow")).ShouldContain("-3px");
        await page.Keyboard.PressAsync("x");
        await Assertions.Expect(Box(page, second)).ToBeCheckedAsync();
        await page.Keyboard.PressAsync("k");
        await Assertions.Expect(Title(page, first)).ToBeFocusedAsync();
        await Assertions.Expect(Box(page, first)).Not.ToBeCheckedAsync();
        await page.Keyboard.PressAsync("e");
        await page.WaitForURLAsync($"**{Urls.EditActionItem(first.Number)}");
        await page.GotoAsync(Urls.ActionItems);
        await page.Keyboard.PressAsync("j");
        await page.Keyboard.PressAsync("o");
        await page.WaitForURLAsync($"**{Urls.ActionItem(first.Number)}");
    }

    [Fact]
    public async Task Keys_go_through_incidents_but_not_while_somebody_types()
    {
        var incident = new Incident("Labels fail", Severity.Sev2, "Europe/Berlin", app.Ada.Id, Noon);
        await app.StoreAsync(incident);
        var page = await chromium.OpenAsync(app, app.Eve);
        await page.GotoAsync(Urls.Postmortems);
        var words = page.Locator("main input[type=search]").First;

        await words.FocusAsync();
        await page.Keyboard.TypeAsync("jok");
        await Assertions.Expect(words).ToHaveValueAsync("jok");
        await words.FillAsync("");
        await words.BlurAsync();
        await page.Keyboard.PressAsync("j");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Labels fail", Exact = true })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");

        await page.WaitForURLAsync($"**{Urls.Incident(incident.Number)}");
    }

    private static ILocator Title(IPage page, ActionItem item) => page.GetByRole(AriaRole.Link, new() { Name = item.Title, Exact = true });

    private static ILocator Box(IPage page, ActionItem item) => page.GetByRole(AriaRole.Checkbox, new() { Name = $"Select ACT-{item.Number}", Exact = true });
}
