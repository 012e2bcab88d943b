using Postmortems.Domain.Incidents;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Patterns.Fixes;
using Postmortems.Domain.Retros;
using Postmortems.Domain.Timeline;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Retros;

/// <summary>What the card of a pattern says about its incidents.</summary>
public sealed class LookingAtAPatternTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>
{
    private readonly RetroStory story = new(app);

    [Fact]
    public async Task Shows_how_long_each_hurt_what_may_come_and_what_automating_may_save()
    {
        await story.TellAsync();
        await RepeatByHandAsync(daysAgo: [80, 50, 22, 4]);
        var number = await story.BeginAsync();
        using var client = app.ClientFor(app.Ada);

        var pack = await client.PageAsync($"/retros/{number}");

        var pool = pack.QuerySelectorAll(".on-card").Single(card => card.TextContent.Contains("The pool runs empty", StringComparison.Ordinal));
        var members = pool.QuerySelectorAll(".members-strip li");
        members.Length.ShouldBe(5);
        members[0].TextContent.ShouldContain("60 min; when it was noticed is not known");
        pool.TextContent.ShouldContain("of impact in 30 days, at the mean of 60 min");
        pool.TextContent.ShouldNotContain("If it were automated");

        var restart = pack.QuerySelectorAll(".on-card").Single(card => card.TextContent.Contains("Restart the label worker", StringComparison.Ordinal));
        restart.TextContent.ShouldContain("If it were automated");
        restart.TextContent.ShouldContain("saved in 24 months");
        restart.QuerySelectorAll(".members-strip li")[0].TextContent.ShouldContain("Labels late, 4 days ago");
        restart.TextContent.ShouldContain("Nobody wrote down how long these hurt.");
    }

    [Fact]
    public async Task Counts_what_is_written_down_also_for_a_pattern_that_somebody_added()
    {
        await story.TellAsync();
        var number = await story.BeginAsync("Added");
        await using var db = app.OpenDatabase();

        await app.UseCase<AddToPack>().RunAsync(story.Ada, number, (await db.Patterns.FindAsync(story.Certificate.Id))!.Number);

        (await story.ReadAsync(number)).Patterns.Last().Card.CostMinutes.ShouldBe(30);
    }

    private async Task RepeatByHandAsync(int[] daysAgo)
    {
        var pattern = Pattern.OfFixes(RetroStory.Now.AddDays(-daysAgo[0]));
        pattern.Describe("Restart the label worker", "Orders");
        pattern.Count(daysAgo.Length, RetroStory.Now);
        await app.StoreAsync(pattern);

        foreach (var day in daysAgo)
        {
            var at = RetroStory.Now.AddDays(-day);
            var incident = new Incident($"Labels late, {day} days ago", Severity.Sev3, "Europe/Berlin", app.Ada.Id, at);
            var entry = new TimelineEntry(incident.Id, new TimePoint(at, Precision.Minute), "Europe/Berlin", "Restarted the label worker", 0, app.Ada.Id, at);
            entry.Fixes(new FixStep("restart", FixActor.Person, 40, FixEffect.StoppedImpact));
            await app.StoreAsync(incident, entry);
            var member = new PatternMember(pattern.Id, entry.Id, isFix: true);
            member.Measure(0.9, ["restart"], at);
            await app.StoreAsync(member);
        }
    }
}
