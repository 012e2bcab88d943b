using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Patterns.Gathering;
using Postmortems.Domain.Services;
using Postmortems.Domain.Writing;
using Postmortems.PatternEngine.Recurrence;
using Postmortems.Tests.Testing;
using Postmortems.Web;

namespace Postmortems.Tests.Patterns;

public sealed class GatheringTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private readonly Dictionary<string, Guid> services = [];

    private Actor Ada => new(app.Ada.Id, Role.Editor);

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>The queue runs full on its own; certificates expire everywhere.</summary>
    public async Task InitializeAsync()
    {
        await using (var db = app.OpenDatabase())
        {
            await db.PatternMembers.ExecuteDeleteAsync();
            await db.Patterns.ExecuteDeleteAsync();
            await db.Causes.ExecuteDeleteAsync();
            await db.Services.ExecuteDeleteAsync();
        }

        foreach (var name in new[] { "queue", "gate", "shop" })
        {
            var service = new Service(name, name, "Gate");
            await app.StoreAsync(service);
            services[name] = service.Id;
        }
    }

    [Fact]
    public async Task A_kind_that_gathers_on_a_service_is_told_with_its_voices_and_the_rest_is_not()
    {
        await ManyAsync("queue", "finite-pool-exhausted", 12);
        await ManyAsync("gate", "certificate-or-key-expiry", 6);
        await ManyAsync("shop", "certificate-or-key-expiry", 6);
        await ManyAsync("shop", "finite-pool-exhausted", 1);

        var view = await ViewAsync();

        view.Matrix.Table.All.ShouldBe(25);
        view.Matrix.StandingOut.Select(cell => (cell.Service, cell.Group)).ShouldContain(("queue", "capacity"));
        var queue = view.Matrix.StandingOut.First(cell => cell.Service == "queue");
        view.Quotes[queue].Count().ShouldBe(3);
        var text = await TextAsync();
        text.ShouldContain("Load and saturation on queue: 12 seen, 6.2 expected (adjusted residual +4.");
        text.ShouldContain("at most one in ten of those told may be false");
    }

    [Fact]
    public async Task Few_causes_are_too_few_to_tell()
    {
        await ManyAsync("queue", "finite-pool-exhausted", 6);
        await ManyAsync("gate", "certificate-or-key-expiry", 6);

        (await ViewAsync()).Matrix.StandingOut.ShouldBeEmpty();
        (await TextAsync()).ShouldContain("Too few to tell: 12 causes are counted, and a verdict needs at least 20.");
    }

    [Fact]
    public async Task What_one_postmortem_says_twice_counts_once_and_what_names_no_service_is_said()
    {
        await WriteAsync(("queue", "finite-pool-exhausted"), ("queue", "finite-pool-exhausted"), (null, "finite-pool-exhausted"), ("gate", null));

        var view = await ViewAsync();

        (view.Matrix.Table.All, view.WithoutPlace).ShouldBe((1, 2));
        (await TextAsync()).ShouldContain("2 causes name no service or no kind and stand in no cell.");
    }

    [Fact]
    public async Task Without_any_cause_the_page_says_what_fills_it() => (await TextAsync()).ShouldContain("No cause names both a service and a kind yet");

    [Fact]
    public void Patterns_that_come_together_are_told_with_how_often_they_would_by_chance()
    {
        var first = Enumerable.Range(0, 10).Select(at => Seen(1, at));
        var second = Enumerable.Range(0, 8).Select(at => Seen(2, at));
        var third = Enumerable.Range(9, 10).Select(at => Seen(3, at));

        var pairs = PatternPairs.Of([.. first, .. second, .. third], all: 60);

        pairs.Tested.ShouldBe(3);
        var pair = pairs.Pairs.ShouldHaveSingleItem();
        (pair.First.Number, pair.Second.Number, pair.Together.Both).ShouldBe((1, 2, 8));
        pair.Together.Expected.ShouldBe(80 / 60.0, 1e-9);

        // choose(10, 8) / choose(60, 8): all eight among the ten of sixty.
        pair.Together.Chance.ShouldBe(1.7588e-8, 1e-11);
        pair.FalseShare.ShouldBe(3 * pair.Together.Chance, 1e-12);
    }

    [Fact]
    public void What_came_together_in_one_month_only_is_one_bad_month()
    {
        var rows = Enumerable.Range(0, 8).SelectMany(at => new[] { Seen(1, at), Seen(2, at) }).Select(row => row with { SeenAt = new DateTimeOffset(2026, 3, 2, 0, 0, 0, TimeSpan.Zero) });

        PatternPairs.Of([.. rows], all: 60).Pairs.ShouldBeEmpty();
    }

    [Fact]
    public async Task It_costs_the_same_number_of_commands_however_much_gathers()
    {
        await ManyAsync("queue", "finite-pool-exhausted", 12);
        await ManyAsync("gate", "certificate-or-key-expiry", 12);
        app.Commands.Forget();

        await ViewAsync();

        app.Commands.SeenInTest.Count.ShouldBeLessThanOrEqualTo(6);
    }

    private static PatternPairs.Membership Seen(int pattern, int at) =>
        new(pattern, $"Pattern {pattern}", new Guid(at + 1, 0, 0, new byte[8]), new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero).AddDays(20 * at));

    private Task<GatheringView> ViewAsync() => app.UseCase<ReadGathering>().RunAsync(Ada);

    private async Task ManyAsync(string service, string leaf, int times)
    {
        for (var i = 0; i < times; i++)
        {
            await WriteAsync((service, leaf));
        }
    }

    private async Task WriteAsync(params (string? Service, string? Leaf)[] causes)
    {
        var at = DateTimeOffset.UtcNow;
        var incident = new Incident("It stood still", Severity.Sev2, "Europe/Berlin", app.Ada.Id, at);
        var postmortem = new Postmortem("It stood still", "plain", app.Ada.Id, [incident.Id], at);
        await app.StoreAsync(incident, postmortem);

        foreach (var (service, leaf) in causes)
        {
            var cause = new Cause(postmortem.Id, $"Something about {service} {leaf} {Guid.NewGuid()}", CauseRole.MadePossible, 0, app.Ada.Id, at);
            cause.Classify(leaf, service is null ? null : services[service]);
            await app.StoreAsync(cause);
        }
    }

    private async Task<string> TextAsync()
    {
        using var page = await app.ClientFor(app.Ada).PageAsync(Urls.PatternGathering);
        return string.Join(' ', page.QuerySelector("main")!.Text().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
