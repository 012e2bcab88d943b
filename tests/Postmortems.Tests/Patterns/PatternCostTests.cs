using AngleSharp.Dom;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Patterns.Costs;
using Postmortems.Domain.Timeline;
using Postmortems.Tests.Testing;
using Postmortems.Web;

namespace Postmortems.Tests.Patterns;

public sealed class PatternCostTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private static readonly DateTimeOffset Noon = new(2026, 5, 4, 12, 0, 0, TimeSpan.Zero);

    private readonly RecurringStory story = new(app);

    private Actor Ada => new(app.Ada.Id, Role.Editor);

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Three incidents: an hour by milestones; two windows that overlap, at night; one of which nobody knows how long it hurt.</summary>
    public async Task InitializeAsync()
    {
        await using var db = app.OpenDatabase();
        await db.TimelineEntries.ExecuteDeleteAsync();
        await story.BeginAsync();
        await story.WriteAsync(RecurringStory.Pool);
        await app.UseCase<RecomputePatterns>().RunAsync();
        var links = await (
            from member in db.PatternMembers
            join cause in db.Causes on member.CauseId equals cause.Id
            join about in db.Set<Domain.Writing.PostmortemIncident>() on cause.PostmortemId equals about.PostmortemId
            orderby cause.Id
            select about.IncidentId).ToListAsync();
        var incidents = await db.Incidents.Include(incident => incident.ImpactWindows).Where(incident => links.Contains(incident.Id)).OrderBy(incident => incident.Number).ToListAsync();
        incidents[0].TellTimes(new IncidentTimes(At(0), At(5), null, At(60), At(90)), "Europe/Berlin");
        incidents[1].TellTimes(new IncidentTimes(Detected: At(13 * 60), Resolved: At(15 * 60)), "Europe/Berlin");
        incidents[1].Hurt([new ImpactWindow(At(780), At(800), "half"), new ImpactWindow(At(790), At(960), "all")]);
        await db.SaveChangesAsync();
        await FixAsync(incidents[0].Id, FixActor.Person, 9);
        await FixAsync(incidents[0].Id, FixActor.Automation, 50);
        await FixAsync(incidents[1].Id, FixActor.Person, 20);
        await FixAsync(incidents[2].Id, FixActor.Person, null);
    }

    [Fact]
    public async Task Adds_up_what_was_written_down_and_says_what_was_not()
    {
        var cost = (await app.UseCase<ReadCost>().RunAsync(Ada, await NumberAsync()))!.Cost;

        cost.Incidents.ShouldBe(3);
        cost.ImpactMinutes.ShouldBe(60 + 180);
        cost.LargestShare!.Value.ShouldBe(0.75, 1e-9);
        cost.WithoutImpact.ShouldBe(1);
        (cost.HandMinutes, cost.StepsWithoutMinutes).ShouldBe((29, 1));
        cost.AtNight.ShouldBe(1);
    }

    [Fact]
    public async Task The_page_of_the_pattern_tells_it_with_its_cautions()
    {
        using var page = await app.ClientFor(app.Ada).PageAsync(Urls.Pattern(await NumberAsync()));
        var text = string.Join(' ', page.QuerySelector("aside.facts")!.Text().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

        text.ShouldContain("Impact4 h");
        text.ShouldContain("Largest one75 % of it");
        text.ShouldContain("More than half of the impact is one incident");
        text.ShouldContain("Of one incident nobody wrote down how long it hurt");
        text.ShouldContain("Called at night1 of 3");
        text.ShouldContain("Too few to tell: a trend needs at least five.");
    }

    private static TimePoint At(int minutes) => new(Noon.AddMinutes(minutes), Precision.Minute);

    private async Task<int> NumberAsync() => (await app.UseCase<ListPatterns>().RunAsync(Ada, PatternView.All, null)).Rows.Single().Number;

    private async Task FixAsync(Guid incident, FixActor actor, int? minutes)
    {
        var entry = new TimelineEntry(incident, At(30), "Europe/Berlin", "Restarted it", 0, app.Ada.Id, Noon);
        entry.Tell(At(30), "Europe/Berlin", EntryKind.Fix, "Restarted it", Basis.Observed, "");
        entry.Fixes(new FixStep("restart", actor, minutes, FixEffect.Partial));
        await app.StoreAsync(entry);
    }
}
