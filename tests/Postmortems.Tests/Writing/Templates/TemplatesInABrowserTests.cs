using Microsoft.Playwright;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Templates;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Writing.Templates;

public sealed class TemplatesInABrowserTests(PostmortemsApp app, Chromium chromium) : IClassFixture<PostmortemsApp>, IClassFixture<Chromium>
{
    [Fact]
    public async Task Somebody_makes_a_template_and_its_pages_are_open_to_everybody()
    {
        var page = await chromium.OpenAsync(app, app.Ada);
        var complaints = new List<string>();
        page.Console += (_, message) => complaints.AddRange(message.Type == "error" && !message.Text.Contains("422", StringComparison.Ordinal) ? [message.Text] : []);
        await page.GotoAsync("/templates/new");

        await page.GetByLabel("Name", new() { Exact = true }).FillAsync("Our night shift");
        await page.GetByLabel("Heading").FillAsync("What woke us");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add a section" }).ClickAsync();
        await page.GetByLabel("Heading").Nth(1).FillAsync("What we did");
        await page.GetByRole(AriaRole.Button, new() { Name = "Move up, section 2" }).ClickAsync();
        await Assertions.Expect(page.GetByLabel("Heading").First).ToHaveValueAsync("What we did");
        await page.GetByRole(AriaRole.Button, new() { Name = "Add the template" }).ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Our night shift", Exact = true }).ClickAsync();
        await page.GetByRole(AriaRole.Heading, new() { Name = "Our night shift" }).WaitForAsync();
        var made = new Uri(page.Url).AbsolutePath;

        foreach (var address in new[] { "/templates", "/templates/new?from=plain", made })
        {
            await page.GotoAsync(address);
            complaints.AddRange(await Barriers.OnAsync(page, Barriers.TwoViews));
        }

        complaints.ShouldBeEmpty();
    }

    [Fact]
    public async Task The_help_of_a_section_is_shown_while_somebody_writes_in_it()
    {
        var ada = new Actor(app.Ada.Id, Role.Editor);
        var incident = Told.Incident(app.Ada);
        await app.StoreAsync(incident);
        var template = (await app.UseCase<AddTemplate>().RunAsync(ada, Guid.CreateVersion7(), new TemplateFacts("Shops", "", [new("Shops", "Which ones noticed?"), new("Money", "What did it cost them?")]))).Key;
        var number = (await app.UseCase<StartPostmortem>().RunAsync(ada, new PostmortemStart(Guid.CreateVersion7(), "Slow", TeamTemplate.KeyOf(template), app.Ada.Id, null, [incident.Id]))).Key;
        var page = await chromium.OpenAsync(app, app.Ada);
        await page.GotoAsync($"/postmortems/{number}");
        var text = page.Locator(".cm-content");

        await text.ClickAsync();
        await page.Keyboard.PressAsync("Control+End");
        await Assertions.Expect(page.Locator(".prompt")).ToHaveTextAsync("What did it cost them?");
        await page.Keyboard.PressAsync("Control+Home");
        await Assertions.Expect(page.Locator(".prompt")).ToHaveTextAsync("Which ones noticed?");

        await Assertions.Expect(page.Locator(".outline [aria-current]")).ToContainTextAsync("Shops");
        await Assertions.Expect(text).Not.ToContainTextAsync("noticed");
    }
}
