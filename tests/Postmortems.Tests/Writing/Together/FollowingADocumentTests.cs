using System.Diagnostics;
using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing;
using Postmortems.Tests.Testing;
using Postmortems.Web.Writing.Together;

namespace Postmortems.Tests.Writing.Together;

public sealed class FollowingADocumentTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private readonly User ida = new($"{Guid.NewGuid():n}@example.org", "Ida Brandt", Role.Editor, DateTimeOffset.UtcNow);
    private WebApplication second = null!;
    private int number;
    private Window ada = null!;
    private Window there = null!;

    public async Task InitializeAsync()
    {
        await app.StoreAsync(ida);
        second = await app.StartAnotherAsync();
        number = await Window.DraftAsync(app, "pool");
        ada = new Window(app.ClientFor(app.Ada), number);
        there = new Window(app.ClientFor(ida, second), number);
    }

    public async Task DisposeAsync() => await second.DisposeAsync();

    [Fact]
    public async Task Another_instance_tells_what_was_accepted_as_it_happens()
    {
        await using var feed = await there.FollowAsync(after: 2);
        await TypeAsync(version: 2);
        (await feed.NextAsync()).ShouldHaveSingleItem().ShouldBe(new(3, ada.Client, 1, "Ada Okafor", """[4,[0,"!"]]"""));
        var watch = Stopwatch.StartNew();

        for (var version = 3; version < 7; version++)
        {
            await TypeAsync(version);
            (await feed.NextAsync()).ShouldHaveSingleItem().Version.ShouldBe(version + 1);
        }

        // Without a ring each of them would come with a heartbeat, five seconds after the one before.
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10));
    }

    [Fact]
    public async Task Somebody_who_comes_back_hears_what_was_missed()
    {
        for (var version = 2; version < 6; version++)
        {
            await TypeAsync(version);
        }

        await using var feed = await there.FollowAsync(after: 2, lastEvent: 4);

        (await feed.NextAsync()).Select(change => change.Version).ShouldBe([5, 6]);
    }

    [Fact]
    public async Task More_than_is_sent_at_once_comes_whole_and_in_order()
    {
        await ada.SendWellAsync(2, [.. Enumerable.Range(1, 600).Select(sequence => (sequence, Window.Put("!", 3 + sequence, 3 + sequence)))]);
        await using var feed = await there.FollowAsync(after: 2);

        var heard = new List<int>();

        while (heard.Count < 600)
        {
            heard.AddRange((await feed.NextAsync()).Select(change => change.Version));
        }

        heard.ShouldBe(Enumerable.Range(3, 600));
    }

    [Fact]
    public async Task Hears_again_after_the_line_to_the_database_was_cut()
    {
        await using var feed = await there.FollowAsync(after: 2);
        var listening = await BothListenAsync(besides: []);

        await using (var db = app.OpenDatabase())
        {
            await db.Database.ExecuteSqlAsync($"SELECT pg_terminate_backend(pid) FROM unnest({listening}) AS pid");
        }

        await BothListenAsync(besides: listening);
        await TypeAsync(version: 2);
        (await feed.NextAsync()).ShouldHaveSingleItem().Version.ShouldBe(3);
    }

    [Fact]
    public async Task Ends_when_the_person_is_disabled()
    {
        await using var feed = await there.FollowAsync(after: 2);

        await app.UseCase<DisablePerson>().RunAsync(new Actor(app.Grace.Id, Role.Administrator), ida.Id);
        await feed.UntilItEndsAsync();

        using var refused = await there.SendAsync(2, (1, Window.Put("?", 4, 4)));
        refused.StatusCode.ShouldBe(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task Ends_for_readers_when_the_postmortem_is_deleted()
    {
        await using var feed = await new Window(app.ClientFor(app.Eve, second), number).FollowAsync(after: 2);

        await app.UseCase<DeletePostmortem>().RunAsync(new Actor(app.Grace.Id, Role.Editor), number);

        await feed.UntilItEndsAsync();
    }

    [Fact]
    public async Task Holds_no_instance_up_that_is_to_stop()
    {
        await using var feed = await there.FollowAsync(after: 2);

        await second.StopAsync().WaitAsync(TimeSpan.FromSeconds(4));

        await feed.UntilItEndsAsync();
    }

    /// <summary>Ada's window puts one more mark at the end. Its sequence counts from the draft's version 2.</summary>
    private Task<AcceptedAnswer> TypeAsync(int version) => ada.SendWellAsync(version, (version - 1, Window.Put("!", version + 2, version + 2)));

    /// <returns>The processes of the database that both instances listen to.</returns>
    private async Task<List<int>> BothListenAsync(List<int> besides)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        await using var db = app.OpenDatabase();

        while (true)
        {
            var listening = await db.Database
                .SqlQuery<int>($"SELECT pid AS \"Value\" FROM pg_stat_activity WHERE datname = current_database() AND query LIKE 'LISTEN%' AND pid <> ALL ({besides})")
                .ToListAsync(patience.Token);

            if (listening.Count == 2)
            {
                return listening;
            }

            await Task.Delay(50, patience.Token);
        }
    }
}
