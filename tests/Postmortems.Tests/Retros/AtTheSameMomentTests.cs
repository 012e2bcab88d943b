using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;
using Postmortems.Domain.Retros;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Retros;

public sealed class AtTheSameMomentTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private readonly RetroStory story = new(app);

    public async Task InitializeAsync()
    {
        await using var db = app.OpenDatabase();

        if (!await db.Patterns.AnyAsync())
        {
            await story.TellAsync();
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Notes_are_kept_while_the_meeting_goes_on()
    {
        var number = await story.BeginAsync("Notes");
        await using var db = app.OpenDatabase();
        await using var moving = await db.Database.BeginTransactionAsync();
        var retro = await db.Retros.SingleAsync(r => r.Number == number);
        retro.Step(forward: true, retro.Run!.Place, patterns: 1, DateTimeOffset.UtcNow);
        await db.SaveChangesAsync();

        var noting = app.UseCase<NoteRetro>().RunAsync(story.Ada, number, "The clock", "Who owns the gate?", "", "");
        await WaitsOrEndsAsync(noting);
        await moving.CommitAsync();

        (await noting).ShouldBe(Saved.Done);
        var kept = (await story.ReadAsync(number)).Retro;
        (kept.WheelDetail, kept.Unknowns, kept.Run!.Step).ShouldBe(("The clock", "Who owns the gate?", RetroStep.WentWell));
    }

    [Fact]
    public async Task Minutes_hold_what_was_decided_until_they_were_written_and_nothing_is_decided_after()
    {
        var number = await story.BeginAsync("Minutes");
        var card = (await story.GoToAsync(number, RetroStep.Patterns)).Current!;
        await using var db = app.OpenDatabase();
        await using var holding = await db.Database.BeginTransactionAsync();
        await db.Database.ExecuteSqlAsync($"SELECT 1 FROM retros WHERE number = {number} FOR NO KEY UPDATE");

        var deciding = app.UseCase<DecideCard>().RunAsync(story.Ada, number, card.Id, card.Version, new DecisionFacts(DecisionKind.Watch, "Whether it grows", More: 3));
        await WaitsOrEndsAsync(deciding);
        var closing = app.UseCase<CloseRetro>().RunAsync(story.Ada, number);
        await holding.CommitAsync();

        (await deciding).ShouldBe(Saved.Done);
        (await closing).ShouldBeTrue();
        var closed = await story.ReadAsync(number);
        closed.Retro.Minutes.ShouldContain("Whether it grows");
        (await Should.ThrowAsync<RuleBrokenException>(() => app.UseCase<DecideCard>().RunAsync(story.Ada, number, card.Id, closed.Patterns.First().Version, new DecisionFacts(DecisionKind.Watch, "Too late", More: 3)))).Code.ShouldBe("retro/closed");
    }

    [Fact]
    public async Task Notes_that_are_too_long_are_refused_and_not_cut()
    {
        var number = await story.BeginAsync("Long notes");

        var refused = await Should.ThrowAsync<RuleBrokenException>(() => app.UseCase<NoteRetro>().RunAsync(story.Ada, number, new string('a', Retro.LongestNote + 1), "", "", ""));

        refused.Code.ShouldBe("retro/long-note");
    }

    /// <summary>Until the work waits for the retro that a transaction of the test holds; errands wait for other locks.</summary>
    private async Task WaitsOrEndsAsync(Task work)
    {
        await using var db = app.OpenDatabase();
        var isWaiting = false;

        while (!work.IsCompleted && !isWaiting)
        {
            isWaiting = await db.Database.SqlQuery<bool>($"SELECT EXISTS (SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock' AND query LIKE 'SELECT 1 FROM retros%FOR NO KEY UPDATE') AS \"Value\"").SingleAsync();
        }
    }
}
