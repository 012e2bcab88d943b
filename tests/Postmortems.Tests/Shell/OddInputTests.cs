using System.Net;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Ops.Demo;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Shell;

public sealed class OddInputTests(PostmortemsApp app, Chromium chromium) : IClassFixture<PostmortemsApp>, IClassFixture<Chromium>, IAsyncLifetime
{
    public Task InitializeAsync() => app.UseCase<FillWithDemoStory>().RunAsync(new Actor(app.Grace.Id, Role.Administrator));

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("/search?words=%00")]
    [InlineData("/postmortems?after=%00")]
    public async Task An_address_that_is_no_text_is_said_to_be_unreadable(string address)
    {
        using var answer = await app.ClientFor(app.Eve).GetAsync(address);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await answer.PageAsync()).QuerySelector("h1")!.TextContent.ShouldBe("This address cannot be read");
    }

    [Theory]
    [InlineData("/postmortems?severity=9&service=x&state=none&from=yesterday&before=1-2-3")]
    [InlineData("/postmortems?before=99999999999999999999-1")]
    [InlineData("/postmortems/new?incident=abc")]
    [InlineData("/postmortems/5/history?before=abc&earlier=5000000000&later=-1")]
    [InlineData("/postmortems/5/action-items/new?cause=x")]
    [InlineData("/action-items?owner=x&priority=P9&after=a.b")]
    [InlineData("/action-items/board?moved=1e9")]
    [InlineData("/patterns?view=none&after=5.x")]
    [InlineData("/patterns?after=99999999999.1")]
    [InlineData("/search?words=%25_%5C%27%22%3A%2A%28%26%7C%21&after=x&severity=0&from=32-13-2026")]
    [InlineData("/administration/audit?after=x&verb=%27")]
    [InlineData("/administration/errands?after=x")]
    [InlineData("/administration/people?after=a&id=x")]
    [InlineData("/services/%F0%9F%98%80")]
    public async Task An_odd_address_is_answered_with_a_page(string address)
    {
        using var answer = await app.ClientFor(app.Grace).GetAsync(address);

        ((int)answer.StatusCode).ShouldBeLessThan(500, address);
    }

    [Theory]
    [InlineData("/administration/audit?verb=%00")]
    [InlineData("/search?words=a%00b")]
    [InlineData("/postmortems?words=%00")]
    public async Task An_address_with_a_nul_is_refused(string address)
    {
        using var answer = await app.ClientFor(app.Grace).GetAsync(address);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_nul_in_a_form_is_refused_and_nothing_is_stored()
    {
        var client = app.ClientFor(app.Grace);
        using var page = await client.PageAsync("/services/new");

        using var answer = await client.SubmitAsync(page, "main form", ("Form.Name", "ledger\0"), ("Form.Description", "Keeps the books"));

        ((int)answer.StatusCode).ShouldBeInRange(400, 499);
        await using var db = app.OpenDatabase();
        (await db.Services.AnyAsync(service => service.Description == "Keeps the books")).ShouldBeFalse();
    }

    [Fact]
    public async Task Half_a_character_is_refused_with_a_sentence()
    {
        var incident = new Incident("Half \ud83d a face", Severity.Sev3, "Etc/UTC", app.Grace.Id, DateTimeOffset.UnixEpoch);
        await using var db = await app.Services.GetRequiredService<IDbContextFactory<PostmortemsDb>>().CreateDbContextAsync();
        db.Add(incident);

        var refused = await Should.ThrowAsync<RuleBrokenException>(() => db.SaveChangesAsync());

        refused.Code.ShouldBe("text/unstorable");
    }

    [Fact]
    public async Task One_very_long_word_breaks_no_page()
    {
        await app.StoreAsync(new Incident(new string('w', 150), Severity.Sev3, "Etc/UTC", app.Grace.Id, DateTimeOffset.UnixEpoch));
        var page = await chromium.KeptAsync(app, app.Grace);
        await page.SetViewportSizeAsync(360, 900);

        foreach (var address in new[] { "/incidents/11", "/incidents/11/timeline", "/postmortems?words=wwww" })
        {
            await page.GotoAsync(address);

            (await page.EvaluateAsync<int>("document.documentElement.scrollWidth")).ShouldBe(360, address);
        }
    }

    [Fact]
    public async Task Publishing_asks_first_while_unsaved_words_stand_in_the_plain_text_area()
    {
        var page = await chromium.OpenAsync(app, app.Grace);
        await page.RouteAsync("**/api/**", route => route.AbortAsync());
        await page.SetViewportSizeAsync(1440, 900);
        await page.GotoAsync("/postmortems/8/write");
        await page.Locator("textarea").First.FillAsync("Words that nobody has saved");

        await page.GetByRole(AriaRole.Button, new() { Name = "Publish", Exact = true }).First.ClickAsync();

        await page.Locator("#confirm h2").GetByText("You have words that are not saved").WaitForAsync();
    }
}
