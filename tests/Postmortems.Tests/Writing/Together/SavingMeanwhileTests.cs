using System.Net;
using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Writing.Together;

/// <summary>Somebody saves the whole text, as without scripts, while others write in windows.</summary>
public sealed class SavingMeanwhileTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private int number;
    private Window ada = null!;
    private HttpClient grace = null!;

    private Actor Grace => new(app.Grace.Id, Role.Editor);

    public async Task InitializeAsync()
    {
        number = await Window.DraftAsync(app, "one\ntwo\nthree");
        ada = new Window(app.ClientFor(app.Ada), number);
        grace = app.ClientFor(app.Grace);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task On_an_older_version_keeps_both_texts_and_offers_them_together()
    {
        var desk = await grace.PageAsync($"/postmortems/{number}");
        await ada.SendWellAsync(2, (1, Window.Put("Ada: ", 0, 13)));

        using var met = await grace.SubmitAsync(desk, "#desk", ("Form.Text", "one\ntwo\nthree, says Grace"), ("Form.Intent", "save"));

        (await ada.ReadAsync()).ShouldBe(new(3, "Ada: one\ntwo\nthree"));
        var both = await grace.PageAsync(met.Headers.Location!.ToString());
        TextOf(both).ShouldBe("Ada: one\ntwo\nthree, says Grace");
    }

    [Fact]
    public async Task Begun_between_two_kept_versions_is_put_together_with_what_came_after()
    {
        await ada.SendWellAsync(2, (1, Window.Put("Ada: ", 0, 13)));
        var desk = await grace.PageAsync($"/postmortems/{number}");
        await ada.SendWellAsync(3, (2, Window.Put("!", 8, 18)));

        using var met = await grace.SubmitAsync(desk, "#desk", ("Form.Text", "Ada: one\ntwo\nthree, says Grace"), ("Form.Intent", "save"));

        TextOf(await grace.PageAsync(met.Headers.Location!.ToString())).ShouldBe("Ada: one!\ntwo\nthree, says Grace");
    }

    [Fact]
    public async Task On_the_newest_version_is_a_change_that_windows_see()
    {
        await using var feed = await ada.FollowAsync(after: 2);
        await ada.SendWellAsync(2, (1, Window.Put("Ada: ", 0, 13)));
        (await feed.NextAsync()).ShouldHaveSingleItem().Version.ShouldBe(3);

        using var saved = await grace.SubmitAsync(await grace.PageAsync($"/postmortems/{number}"), "#desk", ("Form.Text", "Ada: one\n2\nthree"), ("Form.Intent", "save"));

        saved.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        var seen = (await feed.NextAsync()).ShouldHaveSingleItem();
        (seen.Version, seen.By, seen.Changes).ShouldBe((4, "Grace Lindqvist", """[9,[3,"2"],6]"""));
        await ada.SendWellAsync(3, (2, Window.Put("!", 18, 18)));
        (await ada.ReadAsync()).ShouldBe(new(5, "Ada: one\n2\nthree!"));
    }

    [Fact]
    public async Task Between_two_characters_that_share_a_half_stays_readable_in_windows()
    {
        await app.UseCase<WriteDocument>().RunAsync(Grace, number, "🔥", basedOn: 2);
        await app.UseCase<WriteDocument>().RunAsync(Grace, number, "🔦🔥", basedOn: 3);

        var change = (await ada.ChangesAsync(after: 3)).ShouldHaveSingleItem();

        change.Changes.ShouldNotContain("\\ufffd", Case.Insensitive);
        (await ada.ReadAsync(3)).Text.ShouldBe("🔥");
        await ada.SendWellAsync(3, (1, Window.Put("!", 2, 2)));
        (await ada.ReadAsync()).ShouldBe(new(5, "🔦🔥!"));
    }

    [Fact]
    public async Task Many_times_at_once_with_windows_loses_no_text()
    {
        var windows = Enumerable.Range(0, 4).Select(i => ada.SendWellAsync(2, (1, Window.Put("Ada: ", 0, 13))));
        var saves = Enumerable.Range(0, 4).Select(i => app.UseCase<WriteDocument>().RunAsync(Grace, number, $"text {i}", basedOn: 2));

        await Task.WhenAll(Task.WhenAll(windows), Task.WhenAll(saves));

        var (version, text) = await ada.ReadAsync();
        await using var db = app.OpenDatabase();
        var kept = await db.KeptTexts.Where(k => db.Postmortems.Any(p => p.Id == k.PostmortemId && p.Number == number)).Select(k => k.Text).ToListAsync();
        text.ShouldContain("Ada: ");
        Enumerable.Range(0, 4).ShouldAllBe(i => kept.Contains($"text {i}") || text.Contains($"text {i}"));
        version.ShouldBe(kept.Count == 4 ? 3 : 4);
    }

    [Fact]
    public async Task Versions_between_kept_ones_are_compared_and_brought_back()
    {
        await ada.SendWellAsync(2, (1, Window.Put("Ada: ", 0, 13)), (2, Window.Put("!", 18, 18)), (3, """[[5],14]"""));
        await app.UseCase<WriteDocument>().RunAsync(Grace, number, "Grace's", basedOn: 5);

        var page = await grace.PageAsync($"/postmortems/{number}/history?earlier=4&later=5");
        page.QuerySelectorAll(".changed-words del").Select(change => change.TextContent).ShouldBe(["−taken out:Ada: "]);
        page.QuerySelectorAll(".changed-words ins").ShouldBeEmpty();

        using var restored = await grace.SubmitAsync(page, "section form");

        restored.StatusCode.ShouldBe(HttpStatusCode.SeeOther);
        (await ada.ReadAsync()).ShouldBe(new(7, "Ada: one\ntwo\nthree!"));
        (await ada.ReadAsync(6)).Text.ShouldBe("Grace's");
    }

    private static string TextOf(IDocument page) => ((AngleSharp.Html.Dom.IHtmlTextAreaElement)page.QuerySelector("textarea[name='Form.Text']")!).Value;
}
