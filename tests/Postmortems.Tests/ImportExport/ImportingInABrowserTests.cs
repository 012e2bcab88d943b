using Microsoft.Playwright;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.ImportExport;

public sealed class ImportingInABrowserTests(PostmortemsApp app, Chromium chromium) : IClassFixture<PostmortemsApp>, IClassFixture<Chromium>
{
    [Fact]
    public async Task The_button_counts_the_ticked_documents()
    {
        var page = await chromium.OpenAsync(app, app.Ada);
        await page.GotoAsync("/import");
        await page.Locator("form.drop input[name=files]").First.SetInputFilesAsync(
            [.. Enumerable.Range(1, 3).Select(n => new FilePayload { Name = $"count-{n}.md", MimeType = "text/markdown", Buffer = System.Text.Encoding.UTF8.GetBytes($"# Counted {n} {Guid.NewGuid()}\n") })]);
        await page.Locator("form.drop button[type=submit]").First.ClickAsync();
        var button = page.Locator("button[value=confirm]");
        await Assertions.Expect(button).ToHaveTextAsync("Import 3 documents");

        await page.GetByLabel("Import count-1.md").UncheckAsync();
        await page.GetByLabel("Import count-3.md").UncheckAsync();
        await Assertions.Expect(button).ToHaveTextAsync("Import 1 document");
        await page.GetByLabel("Import count-2.md").UncheckAsync();
        await Assertions.Expect(button).ToBeDisabledAsync();
        await page.GetByLabel("Import count-1.md").CheckAsync();
        await button.ClickAsync();

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("One postmortem imported");
    }

    [Fact]
    public async Task Many_documents_show_how_far_they_are_until_all_are_there()
    {
        var page = await chromium.OpenAsync(app, app.Ada);
        await page.GotoAsync("/import");
        await page.Locator("form.drop input[name=files]").First.SetInputFilesAsync(
            [.. Enumerable.Range(1, 80).Select(n => new FilePayload { Name = $"many-{n}.md", MimeType = "text/markdown", Buffer = System.Text.Encoding.UTF8.GetBytes($"# Many {n} {Guid.NewGuid()}\n") })]);
        await page.Locator("form.drop button[type=submit]").First.ClickAsync();

        await page.Locator("button[value=confirm]").ClickAsync();

        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("80 postmortems imported", new() { Timeout = 30_000 });
    }
}
