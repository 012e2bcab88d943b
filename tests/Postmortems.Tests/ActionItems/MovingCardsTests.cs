using Microsoft.Playwright;
using Postmortems.Domain.ActionItems;
using Postmortems.Tests.Testing;
using Postmortems.Web;

namespace Postmortems.Tests.ActionItems;

public sealed class MovingCardsTests(PostmortemsApp app, Chromium chromium) : IClassFixture<PostmortemsApp>, IClassFixture<Chromium>
{
    [Fact]
    public async Task A_card_is_dragged_to_another_column()
    {
        var item = await app.PromiseAsync(await app.PostmortemAsync(), "Pool size follows the pods");
        var page = await BoardAsync();

        await Card(page, item).DragToAsync(page.Locator("[data-column=in-progress]"));

        await Assertions.Expect(page.Locator($"[data-column=in-progress] #act-{item.Number}.moved")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator(".toast")).ToContainTextAsync("moved to In progress");
    }

    [Fact]
    public async Task A_card_that_needs_words_asks_for_them_where_it_stands()
    {
        var item = await app.PromiseAsync(await app.PostmortemAsync(), "Alert on queue age");
        var page = await BoardAsync();

        await Card(page, item).DragToAsync(page.Locator("[data-column=to-verify]"));
        await page.Keyboard.TypeAsync("PR 1204");
        await Card(page, item).GetByRole(AriaRole.Button, new() { Name = "Close the item" }).ClickAsync();

        await Assertions.Expect(page.Locator($"[data-column=to-verify] #act-{item.Number}.moved")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Brackets_move_the_card_that_has_the_focus_and_it_keeps_the_focus()
    {
        var item = await app.PromiseAsync(await app.PostmortemAsync(), "Drill the failover");
        var page = await BoardAsync();

        await Card(page, item).GetByRole(AriaRole.Link, new() { Name = item.Title }).FocusAsync();
        await page.Keyboard.PressAsync("]");
        await Assertions.Expect(page.Locator($"[data-column=in-progress] #act-{item.Number}.moved")).ToBeVisibleAsync();
        await Assertions.Expect(Card(page, item).GetByRole(AriaRole.Link, new() { Name = item.Title })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("[");

        await Assertions.Expect(page.Locator($"[data-column=open] #act-{item.Number}.moved")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task Who_may_only_read_moves_nothing()
    {
        var item = await app.PromiseAsync(await app.PostmortemAsync(), "Name an owner for the pool");
        var page = await chromium.OpenAsync(app, app.Eve);
        await page.GotoAsync(Urls.ActionItemsBoard);

        (await Card(page, item).GetAttributeAsync("draggable")).ShouldBe("false");
    }

    private async Task<IPage> BoardAsync()
    {
        var page = await chromium.OpenAsync(app, app.Ada);
        await page.SetViewportSizeAsync(1440, 900);
        await page.GotoAsync(Urls.ActionItemsBoard);
        return page;
    }

    private static ILocator Card(IPage page, ActionItem item) => page.Locator($"#act-{item.Number}");
}
