using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Patterns.Costs;
using Postmortems.Domain.Patterns.Curation;
using Postmortems.Tests.Testing;
using Postmortems.Web;

namespace Postmortems.Tests.Patterns;

public sealed class RankingPatternsTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly RecurringStory story = new(app);

    private Actor Ada => new(app.Ada.Id, Role.Editor);

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>The pool ran empty three times; the certificate expired twice.</summary>
    public async Task InitializeAsync()
    {
        await using (var db = app.OpenDatabase())
        {
            await db.TimelineEntries.ExecuteDeleteAsync();
            await db.Incidents.ExecuteDeleteAsync();
        }

        await story.BeginAsync();
        await story.WriteAsync([.. RecurringStory.Pool, .. RecurringStory.Certificate]);
    }

    [Fact]
    public async Task What_cost_more_comes_first_though_it_was_seen_less_often()
    {
        await LastAsync(RecurringStory.Pool, 10, 12, 11);
        await LastAsync(RecurringStory.Certificate, 300, 320);

        var rows = await RowsAsync();

        rows.Select(row => row.Postmortems).ShouldBe([2, 3]);
    }

    [Fact]
    public async Task One_long_incident_among_short_ones_does_not_decide()
    {
        await LastAsync(RecurringStory.Pool, 60, 60, 60);
        await LastAsync(RecurringStory.Certificate, 20, 100_000);

        var rows = await RowsAsync();

        rows.Select(row => row.Weighed!.Cost).ShouldBe([180, 40]);
    }

    [Fact]
    public async Task The_confidence_is_that_of_the_members_times_that_of_the_count()
    {
        await LastAsync(RecurringStory.Pool, 60, 60, 60);
        var number = (await RowsAsync())[0].Number;
        await app.UseCase<ConfirmPattern>().RunAsync(Ada, number);
        var weighed = (await RowsAsync())[0].Weighed!;

        // qchisq(0.1, 6) / 2 / 3 in R.
        weighed.Returning.ShouldBe(0.3673551, 1e-6);
        weighed.Belonging.ShouldBe(1);
        weighed.Weight.ShouldBe(180 * 0.3673551, 1e-3);
    }

    [Fact]
    public async Task What_nobody_wrote_down_counts_as_the_median_and_the_page_says_so()
    {
        await LastAsync(RecurringStory.Pool, 10, 30);

        var pool = (await RowsAsync()).Single(row => row.Postmortems == 3);

        (pool.Weighed!.Assumed, pool.Weighed.Typical, pool.Weighed.Cost).ShouldBe((1, 20, 10 + 20 + 20));
        using var page = await app.ClientFor(app.Ada).PageAsync(Urls.Patterns);
        page.QuerySelector("main")!.Text().ShouldContain("one incident without impact, taken as 20 min");
    }

    [Fact]
    public async Task The_list_goes_on_after_what_weighs_less()
    {
        await LastAsync(RecurringStory.Pool, 10, 12, 11);
        await LastAsync(RecurringStory.Certificate, 300, 320);
        var first = (await RowsAsync())[0];

        var rest = await app.UseCase<ListPatterns>().RunAsync(Ada, PatternView.All, new PatternKey(first.Weight, first.Postmortems, first.Number));

        rest.Rows.ShouldHaveSingleItem().Postmortems.ShouldBe(3);
        using var page = await app.ClientFor(app.Ada).PageAsync(Urls.PatternsIn(PatternView.All, Urls.PatternKeyText(new PatternKey(first.Weight, first.Postmortems, first.Number))));
        page.QuerySelectorAll("ol.patterns > li").Length.ShouldBe(1);
    }

    [Fact]
    public async Task Weighing_again_refuses_nothing_that_somebody_writes_meanwhile()
    {
        var number = (await RowsAsync())[0].Number;
        var seen = (await app.UseCase<ReadPattern>().RunAsync(Ada, number))!.Pattern.Version;
        await LastAsync(RecurringStory.Pool, 10, 12, 11);
        await RowsAsync();

        var first = await app.UseCase<DescribePattern>().RunAsync(Ada, number, seen, "The import keeps the pool", "Payments");
        var second = await app.UseCase<DescribePattern>().RunAsync(Ada, number, seen, "Somebody else's words", "Payments");

        (first, second).ShouldBe((Domain.Saved.Done, Domain.Saved.ChangedMeanwhile));
    }

    private async Task<IReadOnlyList<PatternRow>> RowsAsync()
    {
        await app.UseCase<RecomputePatterns>().RunAsync();
        return (await app.UseCase<ListPatterns>().RunAsync(Ada, PatternView.All, after: null)).Rows;
    }

    /// <summary>Says how many minutes the incidents of these causes lasted, in their order.</summary>
    private async Task LastAsync(string[] causes, params int[] minutes)
    {
        await using var db = app.OpenDatabase();

        foreach (var (text, lasted) in causes.Zip(minutes))
        {
            var id = await (
                from cause in db.Causes
                where cause.Statement == text
                join about in db.Set<Domain.Writing.PostmortemIncident>() on cause.PostmortemId equals about.PostmortemId
                select about.IncidentId).SingleAsync();
            var incident = await db.Incidents.SingleAsync(incident => incident.Id == id);
            incident.TellTimes(new IncidentTimes(At(0), null, null, At(lasted), null), "Europe/Berlin");
        }

        await db.SaveChangesAsync();
    }

    private static TimePoint At(int minutes) => new(Noon.AddMinutes(minutes), Precision.Minute);
}
