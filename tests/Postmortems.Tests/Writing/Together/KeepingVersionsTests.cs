using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Search;
using Postmortems.Domain.Writing.Together;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Writing.Together;

public sealed class KeepingVersionsTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private readonly string word = $"pool{Guid.NewGuid():n}";
    private int number;
    private HttpClient browser = null!;
    private Window ada = null!;

    public async Task InitializeAsync()
    {
        number = await Window.DraftAsync(app, "pool");
        browser = app.ClientFor(app.Ada);
        ada = new Window(browser, number);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Waits_while_somebody_writes()
    {
        await ada.SendWellAsync(2, (1, Window.Put(" " + word, 4, 4)));

        await app.UseCase<KeepVersions>().RunAsync();

        (await ListedAsync()).ShouldBe([2, 1]);
        (await IsFoundAsync()).ShouldBeFalse();
        (await ErrandsAsync()).ShouldNotBeEmpty();
    }

    [Fact]
    public async Task After_a_pause_the_history_lists_what_was_written_and_search_finds_it()
    {
        await ada.SendWellAsync(2, (1, Window.Put(" was", 4, 4)), (2, Window.Put(" " + word, 8, 8)));
        await new Window(app.ClientFor(app.Grace), number).SendWellAsync(3, (1, Window.Put("The ", 0, 8)));
        await PauseAsync();

        await app.UseCase<KeepVersions>().RunAsync();
        await app.UseCase<KeepVersions>().RunAsync();

        (await ListedAsync()).ShouldBe([5, 2, 1]);
        (await browser.PageAsync($"/postmortems/{number}/history")).QuerySelector("tbody tr")!.TextContent.ShouldContain("Ada Okafor, Grace Lindqvist");
        (await IsFoundAsync()).ShouldBeTrue();
        (await ada.ReadAsync(5)).Text.ShouldBe($"The pool was {word}");
        (await ada.ReadAsync(4)).Text.ShouldBe($"pool was {word}");
    }

    [Fact]
    public async Task Is_done_by_the_product_itself()
    {
        await ada.SendWellAsync(2, (1, Window.Put(" " + word, 4, 4)));
        await PauseAsync();
        await using var db = app.OpenDatabase();
        await db.Errands.ExecuteUpdateAsync(errand => errand.SetProperty(e => e.NotBefore, e => e.NotBefore.AddMinutes(-1)));

        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));

        while (!await IsFoundAsync())
        {
            await Task.Delay(100, patience.Token);
        }

        (await ListedAsync()).ShouldBe([3, 2, 1]);
    }

    [Fact]
    public async Task Does_not_wait_for_a_pause_after_a_thousand_changes()
    {
        const int Most = AcceptChanges.MostBetweenKept;
        await ada.SendWellAsync(2, [.. Enumerable.Range(1, Most - 1).Select(sequence => (sequence, Window.Put("!", 3 + sequence, 3 + sequence)))]);
        (await ListedAsync()).ShouldBe([2, 1]);

        await ada.SendWellAsync(Most + 1, (Most, Window.Put(word, Most + 3, Most + 3)));

        (await ListedAsync()).ShouldBe([Most + 2, 2, 1]);
        (await IsFoundAsync()).ShouldBeTrue();
        await ada.SendWellAsync(Most + 2, (Most + 1, Window.Put(".", Most + 3 + word.Length, Most + 3 + word.Length)));
        await PauseAsync();
        await app.UseCase<KeepVersions>().RunAsync();
        (await ListedAsync()).ShouldBe([Most + 3, Most + 2, 2, 1]);
    }

    [Fact]
    public async Task Meets_those_who_write_without_harm()
    {
        await ada.SendWellAsync(2, (1, Window.Put("!", 4, 4)));
        await PauseAsync();

        await Task.WhenAll(
            Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.UseCase<KeepVersions>().RunAsync())),
            ada.SendWellAsync(3, (2, Window.Put(word, 5, 5))));
        await PauseAsync();
        await app.UseCase<KeepVersions>().RunAsync();

        (await ListedAsync())[0].ShouldBe(4);
        (await ada.ReadAsync()).ShouldBe(new(4, $"pool!{word}"));
    }

    private async Task PauseAsync()
    {
        await using var db = app.OpenDatabase();
        await db.Database.ExecuteSqlAsync($"UPDATE documents SET written_at = written_at - interval '1 minute' WHERE postmortem_id = (SELECT id FROM postmortems WHERE number = {number})");
    }

    private async Task<List<int>> ListedAsync()
    {
        await using var db = app.OpenDatabase();
        var versions = await db.DocumentVersions.Where(v => db.Postmortems.Any(p => p.Id == v.PostmortemId && p.Number == number)).OrderByDescending(v => v.Version).Select(v => v.Version).ToListAsync();
        var history = await browser.PageAsync($"/postmortems/{number}/history?open=1");
        history.QuerySelectorAll("tr.version th").Select(version => version.TextContent).ShouldBe(versions.Select(version => $"Version {version}"));
        return versions;
    }

    private async Task<List<Errand>> ErrandsAsync()
    {
        await using var db = app.OpenDatabase();
        return await db.Errands.Where(e => e.Kind == Errand.KeepVersions).ToListAsync();
    }

    private async Task<bool> IsFoundAsync() =>
        (await app.UseCase<SearchEverything>().RunAsync(new Actor(app.Ada.Id, Role.Editor), new SearchRequest(word))).Rows.Count > 0;
}
