using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Writing;
using Postmortems.PatternEngine.Recurrence;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Patterns;

public sealed class WatchingAnAutomationTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private const string Expired = "The certificate of the webhook expired and no monitor watched its expiry";

    private static readonly string[] Others =
    [
        "A flag was renamed and the old name was read in one place",
        "The dashboard showed an average that hid the slowest zone",
        "A disk filled with core dumps that nothing removed",
        "Two schedulers ran the same night batch after a restart",
        "The runbook began with a restart that made things worse",
        "A client retried at once and kept the service busy",
    ];

    private Actor Ada => new(app.Ada.Id, Role.Editor);

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Incidents are told for 500 days. The certificate expired in four of the first 400.</summary>
    public async Task InitializeAsync()
    {
        await using var db = app.OpenDatabase();
        await db.PatternMembers.ExecuteDeleteAsync();
        await db.Patterns.ExecuteDeleteAsync();
        await db.Causes.ExecuteDeleteAsync();
        await db.Incidents.ExecuteDeleteAsync();

        foreach (var (text, i) in Others.Select((text, i) => (text, i)))
        {
            await WriteAsync(500 - (i * 20), text);
        }

        foreach (var daysAgo in new[] { 450, 350, 250 })
        {
            await WriteAsync(daysAgo, Expired);
        }

        // What one postmortem says twice happened once.
        await WriteAsync(150, Expired, Expired);
    }

    [Fact]
    public async Task Says_how_often_a_pattern_comes_while_nothing_shipped()
    {
        var history = (await GroupAsync()).History;

        history.Watch.ShouldBeNull();
        history.Seen.Count.ShouldBe(4);
        history.Watched.TotalDays.ShouldBe(500, 0.1);
        history.Rate.ShouldBe(new RateRange(history.Rate.Low, history.Rate.High, RateRange.Year));
        history.Rate.Low.ShouldBe(0.80, 0.01);
        history.Rate.High.ShouldBe(7.48, 0.01);
    }

    [Fact]
    public async Task From_less_than_a_year_a_rate_is_told_and_nothing_is_said_of_a_year()
    {
        await using (var db = app.OpenDatabase())
        {
            await db.Causes.Where(cause => db.Postmortems.Any(postmortem => postmortem.Id == cause.PostmortemId && postmortem.CreatedAt < DateTimeOffset.UtcNow.AddDays(-300))).ExecuteDeleteAsync();
            await db.Postmortems.Where(postmortem => postmortem.CreatedAt < DateTimeOffset.UtcNow.AddDays(-300)).ExecuteDeleteAsync();
            await db.Incidents.Where(incident => incident.ListedAt < DateTimeOffset.UtcNow.AddDays(-300)).ExecuteDeleteAsync();
        }

        await WriteAsync(280, Others);
        var page = await GroupAsync();

        page.History.Seen.Count.ShouldBe(2);
        page.History.Rate.Days.ShouldBe(RateRange.Month);
        page.History.Rate.Low.ShouldBe(0.2422 * 30 / 280, 0.001);
        page.History.Rate.High.ShouldBe(7.2247 * 30 / 280, 0.001);
        (await TextAsync(page.Pattern.Number)).ShouldContain("That fits 0.03 to 0.8 in 30 days, in 95 of 100 cases, if the rate has not changed. It was watched for 280 days only, so nothing is said of a year.");
    }

    [Fact]
    public async Task Quiet_is_too_early_while_less_than_three_were_to_be_expected()
    {
        var page = await ShipAsync(daysAgo: 100);

        var watch = page.History.Watch.ShouldNotBeNull();
        (watch.Verdict, watch.Before, watch.After).ShouldBe((Verdict.TooEarly, 4, 0));
        watch.Expected.ShouldBe(1, 0.01);
        watch.NextVerdictAt!.Value.ShouldBe(DateTimeOffset.UtcNow.AddDays(200), TimeSpan.FromHours(1));
        var text = await TextAsync(page.Pattern.Number);
        text.ShouldContain("Too early to tell 0 seen, 1.0 expected");
        text.ShouldContain("At the old rate, 4 in 400 days, we would expect 1.0 in the 100 days since it shipped.");
        (await TextAsync()).ShouldContain("Too early to tell 0 seen, 1.0 expected");
    }

    [Fact]
    public async Task What_was_seen_since_came_back_and_no_longer_reads_as_quiet()
    {
        await WriteAsync(20, Expired);

        var page = await ShipAsync(daysAgo: 100);

        (page.History.Watch!.Verdict, page.History.Watch.After).ShouldBe((Verdict.CameBack, 1));
        var text = await TextAsync(page.Pattern.Number);
        text.ShouldContain("Came back 1 seen, 1.0 expected");
        text.ShouldContain("It did not stop.");
        text.ShouldNotContain("If it stays quiet");
    }

    [Fact]
    public async Task Nobody_can_tell_what_shipped_before_anybody_watched()
    {
        var page = await ShipAsync(daysAgo: 600);

        page.History.Watch.ShouldBeNull();
        (await TextAsync(page.Pattern.Number)).ShouldContain("so there is nothing to compare with");
    }

    [Fact]
    public async Task A_deleted_incident_does_not_make_the_watch_longer()
    {
        await using (var db = app.OpenDatabase())
        {
            var oldest = await db.Incidents.OrderBy(incident => incident.ListedAt).FirstAsync();
            oldest.Delete(app.Ada.Id, DateTimeOffset.UtcNow);
            await db.SaveChangesAsync();
        }

        (await GroupAsync()).History.Watched.TotalDays.ShouldBe(480, 0.1);
    }

    [Fact]
    public async Task Without_any_incident_the_watch_begins_with_what_was_first_seen()
    {
        await using (var db = app.OpenDatabase())
        {
            await GroupAsync();
            await db.Incidents.ExecuteDeleteAsync();
        }

        var page = (await app.UseCase<ReadPattern>().RunAsync(Ada, (await app.UseCase<ListPatterns>().RunAsync(Ada, PatternView.All, after: null)).Rows[0].Number))!;

        page.History.Watched.TotalDays.ShouldBe(450, 0.1);
        (await TextAsync(page.Pattern.Number)).ShouldContain("Seen 4 times in 450 days");
    }

    [Fact]
    public async Task What_else_was_done_since_it_shipped_stands_beside_the_verdict()
    {
        var member = (await GroupAsync()).Members[0].Statement.Id;
        await CloseAsync("Mail before the expiry", member, daysAgo: 10);
        await CloseAsync("Write down the owner", member, daysAgo: 120);

        var page = await ShipAsync(daysAgo: 100);

        page.Kept.ShouldHaveSingleItem().Title.ShouldBe("Mail before the expiry");
        (await TextAsync(page.Pattern.Number)).ShouldContain("This could explain a quiet as well as the automation.");
    }

    [Fact]
    public async Task A_list_of_watches_costs_as_many_commands_as_one()
    {
        await ShipAsync(daysAgo: 100);
        app.Commands.Forget();

        await app.UseCase<ListPatterns>().RunAsync(Ada, PatternView.All, after: null);

        app.Commands.SeenInTest.Count(sql => sql.Contains("pattern_members", StringComparison.Ordinal)).ShouldBeLessThanOrEqualTo(4);
    }

    private async Task<PatternPageView> ShipAsync(int daysAgo)
    {
        var pattern = (await GroupAsync()).Pattern;
        await app.UseCase<PlanAutomation>().RunAsync(Ada, pattern.Number, pattern.Version, new Automation("Renews by itself; a flag stops it.", "", null, DateTimeOffset.UtcNow.AddDays(-daysAgo)));
        return (await app.UseCase<ReadPattern>().RunAsync(Ada, pattern.Number))!;
    }

    private async Task CloseAsync(string title, Guid cause, int daysAgo)
    {
        await using var db = app.OpenDatabase();
        var postmortem = await db.Causes.Where(c => c.Id == cause).Select(c => c.PostmortemId).SingleAsync();
        var item = new ActionItem(postmortem, title, ActionItemType.Detect, Priority.P1, app.Ada.Id, DateTimeOffset.UtcNow.AddDays(-200));
        item.Serves([cause]);
        item.Close(app.Ada.Id, "Seen on the board", DateTimeOffset.UtcNow.AddDays(-daysAgo));
        await app.StoreAsync(item);
    }

    private async Task<PatternPageView> GroupAsync()
    {
        await app.UseCase<RecomputePatterns>().RunAsync();
        var row = (await app.UseCase<ListPatterns>().RunAsync(Ada, PatternView.All, after: null)).Rows.ShouldHaveSingleItem();
        return (await app.UseCase<ReadPattern>().RunAsync(Ada, row.Number))!;
    }

    private async Task<string> TextAsync(int? number = null)
    {
        using var page = await app.ClientFor(app.Ada).PageAsync(number is null ? "/patterns" : $"/patterns/{number}");
        return string.Join(' ', page.QuerySelector("main")!.Text().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }

    private async Task WriteAsync(int daysAgo, params string[] causes)
    {
        var at = DateTimeOffset.UtcNow.AddDays(-daysAgo);
        var incident = new Incident("Webhooks failed", Severity.Sev2, "Europe/Berlin", app.Ada.Id, at);
        var postmortem = new Postmortem("Webhooks failed", "plain", app.Ada.Id, [incident.Id], at);
        await app.StoreAsync(incident, postmortem);
        await app.StoreAsync([.. causes.Select(text => new Cause(postmortem.Id, text, CauseRole.MadePossible, 0, app.Ada.Id, at))]);
    }
}
