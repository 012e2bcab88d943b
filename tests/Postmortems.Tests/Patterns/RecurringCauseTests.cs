using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Writing;
using Postmortems.Tests.Testing;
using Postmortems.Web;

namespace Postmortems.Tests.Patterns;

public sealed class RecurringCauseTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private static readonly string[] Pool =
    [
        "The connection pool of checkout was exhausted while the nightly price import held its connections",
        "Connection pool exhausted: the import kept every connection of the pool busy",
        "Requests waited because the connection pool was exhausted by long transactions of the import",
    ];

    /// <summary>What else goes wrong in a year; without it no word would be rare.</summary>
    private static readonly string[] Others =
    [
        "A flag was renamed and the old name was read in one place",
        "The dashboard showed an average that hid the slowest zone",
        "A disk filled with core dumps that nothing removed",
        "Two schedulers ran the same night batch after a restart",
        "The runbook began with a restart that made things worse",
        "A client retried at once and kept the service busy",
        "The backup could not be read because its key had been rotated",
        "A firewall rule for the new office blocked the carrier's webhook address range",
    ];

    private static readonly string[] Certificate =
    [
        "The webhook certificate expired and no monitor watched its expiry",
        "Nobody was told that the certificate of the webhook would expire, because the expiry monitor skipped that host",
    ];

    private Actor Ada => new(app.Ada.Id, Role.Editor);

    public Task DisposeAsync() => Task.CompletedTask;

    public async Task InitializeAsync()
    {
        await using var db = app.OpenDatabase();
        await db.PatternMembers.ExecuteDeleteAsync();
        await db.Patterns.ExecuteDeleteAsync();
        await db.Causes.ExecuteDeleteAsync();
        await WriteAsync(Others);
    }

    [Fact]
    public async Task Causes_of_several_postmortems_that_say_the_same_become_a_pattern_that_says_why()
    {
        await WriteAsync([.. Pool, .. Certificate]);

        await app.UseCase<RecomputePatterns>().RunAsync();
        var list = await app.UseCase<ListPatterns>().RunAsync(Ada, PatternView.All, after: null);

        list.Rows.Select(row => row.Postmortems).ShouldBe([3, 2]);
        list.Rows[0].SharedTerms.ShouldContain(term => term.Contains("pool", StringComparison.OrdinalIgnoreCase));
        list.Rows[1].SharedTerms.ShouldContain(term => term.Contains("certificate", StringComparison.OrdinalIgnoreCase));
        list.Rows[0].QuoteIds.ShouldAllBe(quote => Pool.Contains(list.Quotes[quote].Text));
    }

    [Fact]
    public async Task What_one_postmortem_says_twice_is_not_a_pattern()
    {
        var postmortem = await PostmortemAsync();
        await app.StoreAsync([.. Pool.Select(text => Cause(postmortem, text))]);

        await app.UseCase<RecomputePatterns>().RunAsync();

        (await app.UseCase<ListPatterns>().RunAsync(Ada, PatternView.All, after: null)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_pattern_keeps_its_number_and_the_name_that_people_gave_it()
    {
        await WriteAsync(Pool[..2]);
        await app.UseCase<RecomputePatterns>().RunAsync();
        var before = (await app.UseCase<ListPatterns>().RunAsync(Ada, PatternView.All, after: null)).Rows.ShouldHaveSingleItem();
        var page = await app.UseCase<ReadPattern>().RunAsync(Ada, before.Number);
        await app.UseCase<DescribePattern>().RunAsync(Ada, before.Number, page!.Pattern.Version, "The price import empties the connection pool", "Checkout");

        await WriteAsync([Pool[2], .. Certificate]);
        await app.UseCase<RecomputePatterns>().RunAsync();
        var after = (await app.UseCase<ListPatterns>().RunAsync(Ada, PatternView.All, after: null)).Rows[0];

        after.Number.ShouldBe(before.Number);
        after.Name.ShouldBe("The price import empties the connection pool");
        after.Postmortems.ShouldBe(3);
    }

    [Fact]
    public async Task A_cause_that_helped_is_never_part_of_a_pattern()
    {
        foreach (var text in Pool)
        {
            await app.StoreAsync(new Cause(await PostmortemAsync(), text, CauseRole.LimitedImpact, 0, app.Ada.Id, Noon));
        }

        await app.UseCase<RecomputePatterns>().RunAsync();

        (await app.UseCase<ListPatterns>().RunAsync(Ada, PatternView.All, after: null)).Rows.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_second_writer_is_told_and_nothing_is_overwritten()
    {
        await WriteAsync(Pool);
        await app.UseCase<RecomputePatterns>().RunAsync();
        var number = (await app.UseCase<ListPatterns>().RunAsync(Ada, PatternView.All, after: null)).Rows[0].Number;
        var seen = (await app.UseCase<ReadPattern>().RunAsync(Ada, number))!.Pattern.Version;

        var first = await app.UseCase<DescribePattern>().RunAsync(Ada, number, seen, "First name", "");
        var second = await app.UseCase<DescribePattern>().RunAsync(Ada, number, seen, "Second name", "");

        first.ShouldBe(Domain.Saved.Done);
        second.ShouldBe(Domain.Saved.ChangedMeanwhile);
        (await app.UseCase<ReadPattern>().RunAsync(Ada, number))!.Pattern.Name.ShouldBe("First name");
    }

    [Fact]
    public async Task A_member_leads_to_its_place_among_the_causes_of_its_postmortem()
    {
        await WriteAsync(Pool);
        await app.UseCase<RecomputePatterns>().RunAsync();
        var number = (await app.UseCase<ListPatterns>().RunAsync(Ada, PatternView.All, after: null)).Rows[0].Number;
        using var client = app.ClientFor(app.Ada);
        using var page = await client.PageAsync(Urls.Pattern(number));
        var member = page.QuerySelector(".members a.title")!;
        var address = member.GetAttribute("href")!.Split('#');

        using var causes = await client.PageAsync(address[0]);

        causes.GetElementById(address[1])!.TextContent.ShouldContain(member.TextContent);
    }

    [Fact]
    public async Task The_list_costs_the_same_number_of_commands_for_any_number_of_patterns()
    {
        await WriteAsync([.. Pool, .. Certificate]);
        await app.UseCase<RecomputePatterns>().RunAsync();
        app.Commands.Forget();

        await app.UseCase<ListPatterns>().RunAsync(Ada, PatternView.All, after: null);

        app.Commands.SeenInTest.Count(sql => sql.Contains("pattern_members", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(3);
    }

    [Fact]
    public async Task An_errand_after_a_change_groups_by_itself_and_is_gone()
    {
        await WriteAsync(Pool);
        await app.StoreAsync(new Errand(Errand.RecomputePatterns, DateTimeOffset.UtcNow.AddSeconds(-1)));
        var handlers = new Dictionary<string, Func<CancellationToken, Task>> { [Errand.RecomputePatterns] = app.UseCase<RecomputePatterns>().RunAsync };

        while (await app.UseCase<TakeErrand>().RunAsync(handlers))
        {
        }

        await using var db = app.OpenDatabase();
        (await db.Errands.CountAsync()).ShouldBe(0);
        (await app.UseCase<ListPatterns>().RunAsync(Ada, PatternView.All, after: null)).Rows.ShouldHaveSingleItem();
    }

    private static DateTimeOffset Noon { get; } = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private async Task WriteAsync(IReadOnlyList<string> causes)
    {
        foreach (var text in causes)
        {
            await app.StoreAsync(Cause(await PostmortemAsync(), text));
        }
    }

    private Cause Cause(Guid postmortem, string text) => new(postmortem, text, CauseRole.MadePossible, 0, app.Ada.Id, Noon);

    private async Task<Guid> PostmortemAsync()
    {
        var incident = new Incident("Checkout answered slowly", Severity.Sev2, "Europe/Berlin", app.Ada.Id, Noon);
        var postmortem = new Postmortem("Checkout answered slowly", "plain", app.Ada.Id, [incident.Id], Noon);
        await app.StoreAsync(incident, postmortem);
        return postmortem.Id;
    }
}
