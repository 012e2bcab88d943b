using Microsoft.Playwright;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Incidents;

public sealed class TimesInABrowserTests(PostmortemsApp app, Chromium chromium) : IClassFixture<PostmortemsApp>, IClassFixture<Chromium>
{
    [Theory]
    [InlineData(360)]
    [InlineData(1440)]
    public async Task What_is_wrong_with_a_time_has_room_and_leaves_the_row_in_line(int width)
    {
        var page = await chromium.OpenAsync(app, app.Ada);
        await page.SetViewportSizeAsync(width, 900);
        await page.GotoAsync("/incidents/new");
        await page.Locator("#Form-Title").FillAsync("The night batch ran twice");
        await page.Locator("#Form-Zone").FillAsync("Europe/Berlin");
        await page.Locator("#Form-Impact-Date").FillAsync("2026-03-29");
        await page.Locator("#Form-Impact-Time").FillAsync("02:30");

        await page.GetByRole(AriaRole.Button, new() { Name = "Record the incident" }).ClickAsync();

        var fault = (await page.Locator("#Form-Impact-Time-fault").BoundingBoxAsync())!;
        var date = (await page.Locator("#Form-Impact-Date").BoundingBoxAsync())!;
        var time = (await page.Locator("#Form-Impact-Time").BoundingBoxAsync())!;
        fault.Width.ShouldBeGreaterThan(300);
        fault.Y.ShouldBeGreaterThanOrEqualTo(time.Y + time.Height);
        time.Y.ShouldBe(date.Y, 1);
    }
}
