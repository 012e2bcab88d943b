using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Patterns.Related;
using Postmortems.Domain.Timeline;
using Postmortems.Domain.Writing;
using Postmortems.Tests.Testing;
using Postmortems.Web;

namespace Postmortems.Tests.Patterns;

public sealed class RelatedIncidentsTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly RecurringStory story = new(app);

    private Actor Ada => new(app.Ada.Id, Role.Editor);

    public Task DisposeAsync() => Task.CompletedTask;

    public async Task InitializeAsync()
    {
        await using var db = app.OpenDatabase();
        await story.BeginAsync();
        await db.TimelineEntries.ExecuteDeleteAsync();
        await story.WriteAsync([.. RecurringStory.Pool, .. RecurringStory.Certificate]);
        await app.UseCase<RecomputePatterns>().RunAsync();
        var pool = await story.CauseAsync(RecurringStory.Pool[0]);
        var incident = await (from cause in db.Causes from about in db.Set<PostmortemIncident>() where cause.Id == pool && about.PostmortemId == cause.PostmortemId select about.IncidentId).SingleAsync();
        await FixAsync(incident, "Ended the price import and its sixty connections", FixEffect.StoppedImpact, 9);
        await FixAsync(incident, "Restarted checkout", FixEffect.None, 5);
    }

    [Fact]
    public async Task An_open_incident_is_told_what_is_related_by_which_words_and_what_stopped_it_then()
    {
        var number = await OpenAsync("Checkout hangs", "The connection pool is exhausted, an import seems to hold its connections");

        var related = (await app.UseCase<FindRelated>().RunAsync(Ada, number))!;

        var pattern = related.Patterns.ShouldHaveSingleItem();
        pattern.By.ShouldContain(word => word.Contains("pool", StringComparison.OrdinalIgnoreCase));
        pattern.Stopped.ShouldHaveSingleItem().Text.ShouldBe("Ended the price import and its sixty connections");
        related.Incidents.Count.ShouldBeInRange(1, FindRelated.MostIncidents);
        related.Incidents.ShouldAllBe(incident => incident.By.Count > 0);
        var text = await TextAsync(number);
        text.ShouldContain($"May belong to PAT-{pattern.Number}");
        text.ShouldContain("Stopped it in");
        text.ShouldNotContain("duplicate", Case.Insensitive);
    }

    [Fact]
    public async Task The_timeline_so_far_is_enough()
    {
        var number = await OpenAsync("Something is wrong", "");
        await using (var db = app.OpenDatabase())
        {
            var id = await db.Incidents.Where(incident => incident.Number == number).Select(incident => incident.Id).SingleAsync();
            await app.StoreAsync(new TimelineEntry(id, new TimePoint(Noon, Precision.Minute), "Europe/Berlin", "The webhook certificate expired; the expiry monitor was silent", 0, app.Ada.Id, Noon));
        }

        (await app.UseCase<FindRelated>().RunAsync(Ada, number))!.Patterns.ShouldHaveSingleItem().By.ShouldContain(word => word.Contains("certificate", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public async Task What_was_never_told_before_is_related_to_nothing()
    {
        var number = await OpenAsync("Elevator music", "A violin quartet rehearsed upstairs");

        var related = (await app.UseCase<FindRelated>().RunAsync(Ada, number))!;

        related.Patterns.ShouldBeEmpty();
        related.Incidents.ShouldBeEmpty();
        (await TextAsync(number)).ShouldNotContain("Related before");
    }

    [Fact]
    public async Task Costs_a_fixed_number_of_commands()
    {
        var number = await OpenAsync("Checkout hangs", "The connection pool is exhausted, an import seems to hold its connections");
        app.Commands.Forget();

        await app.UseCase<FindRelated>().RunAsync(Ada, number);
        app.Commands.SeenInTest.Count(OfReading).ShouldBeLessThanOrEqualTo(4);

        app.Commands.Forget();
        (await TextAsync(number)).ShouldContain("Related before");
        app.Commands.SeenInRequests.Count(OfReading).ShouldBeLessThanOrEqualTo(8);
    }

    /// <summary>The product does its own errands beside it.</summary>
    private static bool OfReading(string sql) => !sql.Contains("errands", StringComparison.Ordinal);

    private async Task<int> OpenAsync(string title, string summary)
    {
        var incident = new Incident(title, Severity.Sev1, "Europe/Berlin", app.Ada.Id, Noon.AddDays(30));
        incident.Describe(title, Severity.Sev1, summary);
        await app.StoreAsync(incident);
        return incident.Number;
    }

    private async Task FixAsync(Guid incident, string text, FixEffect effect, int minutes)
    {
        var entry = new TimelineEntry(incident, new TimePoint(Noon, Precision.Minute), "Europe/Berlin", text, 0, app.Ada.Id, Noon);
        entry.Tell(new TimePoint(Noon, Precision.Minute), "Europe/Berlin", EntryKind.Fix, text, Basis.Observed, "");
        entry.Fixes(new FixStep("kill-job", FixActor.Person, minutes, effect));
        await app.StoreAsync(entry);
    }

    private async Task<string> TextAsync(int number)
    {
        using var page = await app.ClientFor(app.Ada).PageAsync(Urls.Incident(number));
        return string.Join(' ', page.QuerySelector("main")!.Text().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
    }
}
