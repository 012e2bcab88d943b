using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace Postmortems.Tests.Testing;

/// <summary>What would keep somebody from a page: what axe finds, and what sticks out of the window.</summary>
internal static class Barriers
{
    /// <summary>The widest in light and the narrowest in dark.</summary>
    public static IReadOnlyList<(int Width, ColorScheme Theme)> TwoViews { get; } = [(1440, ColorScheme.Light), (360, ColorScheme.Dark)];

    public static IReadOnlyList<(int Width, ColorScheme Theme)> FourViews { get; } = [.. TwoViews, (1440, ColorScheme.Dark), (360, ColorScheme.Light)];

    /// <returns>One line per barrier, with the view that it stands in; the page is left in the last view.</returns>
    public static async Task<IReadOnlyList<string>> OnAsync(IPage page, IReadOnlyList<(int Width, ColorScheme Theme)> views)
    {
        var barriers = new List<string>();

        foreach (var (width, theme) in views)
        {
            await page.SetViewportSizeAsync(width, 900);
            await page.EmulateMediaAsync(new() { ColorScheme = theme, ReducedMotion = ReducedMotion.Reduce });
            barriers.AddRange((await OnAsync(page)).Select(barrier => $"{page.Url} {width} {theme}: {barrier}"));
        }

        return barriers;
    }

    /// <returns>One line per barrier of the page as it stands.</returns>
    public static async Task<IReadOnlyList<string>> OnAsync(IPage page)
    {
        var found = await page.RunAxe();
        var (wide, width) = (await page.EvaluateAsync<int>("document.documentElement.scrollWidth"), page.ViewportSize!.Width);
        return
        [
            .. found.Violations.Select(violation => $"{violation.Id}: {violation.Help} {string.Join(" ", violation.Nodes.Take(3).Select(node => node.Html))}"),
            .. wide > width ? (string[])[$"sideways scrolling, {wide} px wide"] : [],
        ];
    }
}
