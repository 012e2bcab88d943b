using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;
using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Patterns;
using Postmortems.Domain.Patterns.Curation;
using Postmortems.Domain.Retros;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Retros;

public sealed class HoldingARetroTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
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
    public async Task Goes_on_by_one_step_however_often_the_button_is_pressed()
    {
        var number = await story.BeginAsync("Steps");
        var opening = (await story.ReadAsync(number)).Retro.Run!;

        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => app.UseCase<MoveThroughRetro>().RunAsync(story.Ada, number, RetroMove.Next, opening.Place)));

        var run = (await story.ReadAsync(number)).Retro.Run!;
        run.Step.ShouldBe(RetroStep.WentWell);
        (run.EndsAt - run.BeganAt).ShouldBe(TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Shows_no_vote_before_it_is_revealed_and_takes_none_after()
    {
        var number = await story.BeginAsync("Votes");
        var card = (await story.GoToAsync(number, RetroStep.Patterns)).Current!;
        await CastAsync(story.Ada, VoteLevel.Low);
        await CastAsync(story.Ada, VoteLevel.High);
        await CastAsync(story.Eve, VoteLevel.High);

        var hidden = (await story.ReadAsync(number, story.Eve)).Current!;
        (hidden.VotesIn, hidden.Tally, hidden.Own!.Impact).ShouldBe((2, null, VoteLevel.High));

        await app.UseCase<RevealVotes>().RunAsync(story.Ada, number, card.Id);

        (await CastAsync(story.Eve, VoteLevel.Low)).ShouldBeFalse();
        var shown = await story.ReadAsync(number);
        shown.Current!.Tally!.Impact.ShouldBe([0, 0, 2]);
        shown.Seats.ShouldBe(2);

        Task<bool> CastAsync(Domain.Accounts.Actor who, VoteLevel impact) => app.UseCase<CastVote>().RunAsync(who, number, card.Id, impact, VoteLevel.Middle, VoteLevel.Middle);
    }

    [Fact]
    public async Task Keeps_comments_silent_until_the_meeting_comes_to_them()
    {
        var number = await story.BeginAsync("Comments");
        var card = (await story.ReadAsync(number)).Patterns.First();
        await app.UseCase<SayInRetro>().RunAsync(story.Eve, number, Guid.CreateVersion7(), card.Id, "Seen from support first");

        (await story.ReadAsync(number)).Comments.ShouldBeEmpty();
        (await story.ReadAsync(number, story.Eve)).Comments.ShouldHaveSingleItem();

        (await story.GoToAsync(number, RetroStep.Patterns)).Comments.ShouldHaveSingleItem().Text.ShouldBe("Seen from support first");
    }

    [Fact]
    public async Task Promises_what_it_decides_to_fix_once()
    {
        var number = await story.BeginAsync("Fix");
        var view = await story.GoToAsync(number, RetroStep.Patterns);
        var postmortem = (await app.UseCase<PrepareDecision>().RunAsync(story.Ada, view.Current!.Card.PatternId)).Postmortems[0].Number;
        var due = DateOnly.FromDateTime(RetroStory.Now.UtcDateTime).AddDays(20);
        var fix = new DecisionFacts(DecisionKind.Fix, "", "Grace would rather wait", Promise: new PromiseFacts(Guid.CreateVersion7(), postmortem, "Let the pool follow the pods", app.Ada.Id, due, Priority.P1));

        (await app.UseCase<DecideCard>().RunAsync(story.Ada, number, view.Current.Id, view.Current.Version, fix)).ShouldBe(Saved.Done);
        (await app.UseCase<DecideCard>().RunAsync(story.Ada, number, view.Current.Id, view.Current.Version, fix)).ShouldBe(Saved.Done);

        var item = (await story.ReadAsync(number)).Current!.ItemOfDecision!;
        (item.Title, item.Owner, item.Due, item.State).ShouldBe(("Let the pool follow the pods", "Ada Okafor", due, ActionItemState.Open));
        await using var db = app.OpenDatabase();
        (await db.ActionItems.CountAsync(stored => stored.Title == "Let the pool follow the pods")).ShouldBe(1);

        var other = new DecisionFacts(DecisionKind.Watch, "", More: 3);
        (await app.UseCase<DecideCard>().RunAsync(story.Ada, number, view.Current.Id, view.Current.Version, other)).ShouldBe(Saved.ChangedMeanwhile);
    }

    [Theory]
    [InlineData(DecisionKind.Fix, "retro/no-promise")]
    [InlineData(DecisionKind.Automate, "retro/no-words")]
    [InlineData(DecisionKind.Investigate, "retro/no-words")]
    [InlineData(DecisionKind.Watch, "retro/no-trigger")]
    [InlineData(DecisionKind.Accept, "retro/no-words")]
    [InlineData(DecisionKind.Keep, "retro/decision")]
    public async Task Refuses_a_decision_that_nobody_can_carry_out(DecisionKind kind, string code)
    {
        var number = await story.BeginAsync($"Refuses {kind}");
        var card = (await story.ReadAsync(number)).Patterns.First();

        (await Should.ThrowAsync<RuleBrokenException>(() => app.UseCase<DecideCard>().RunAsync(story.Ada, number, card.Id, card.Version, new DecisionFacts(kind, "")))).Code.ShouldBe(code);
    }

    [Fact]
    public async Task Opens_its_decisions_first_next_time()
    {
        var number = await story.BeginAsync("Group");
        var view = await story.GoToAsync(number, RetroStep.Patterns);
        await app.UseCase<DecideCard>().RunAsync(story.Ada, number, view.Current!.Id, view.Current.Version, new DecisionFacts(DecisionKind.Accept, "It costs minutes.", Until: DateOnly.FromDateTime(RetroStory.Now.UtcDateTime).AddDays(90)));
        var item = view.Items.Single();
        await app.UseCase<DecideCard>().RunAsync(story.Ada, number, item.Id, item.Version, new DecisionFacts(DecisionKind.Decline, "The new pool sizes itself"));
        await app.UseCase<NoteRetro>().RunAsync(story.Ada, number, "", "Who owns the pool?", "", "");

        (await app.UseCase<CloseRetro>().RunAsync(story.Ada, number)).ShouldBeTrue();

        var minutes = (await story.ReadAsync(number)).Retro.Minutes;
        minutes.ShouldContain("**Accept.** It costs minutes.");
        minutes.ShouldContain("Who owns the pool?");
        minutes.ShouldContain($"ACT-{item.Item!.Number}: Size the pool by load. **Decline.** The new pool sizes itself");

        var next = await story.PlanAsync("Group", meetsInDays: 30);
        var past = (await story.ReadAsync(next)).Past!;
        past.Number.ShouldBe(number);
        past.Decisions.Select(decision => (decision.Decision.Kind, decision.State)).ShouldBe([(DecisionKind.Decline, DecisionState.Done), (DecisionKind.Accept, DecisionState.InForce)], ignoreOrder: true);
        (await app.UseCase<ReadPattern>().RunAsync(story.Ada, view.Current.Pattern!.Number))!.Pattern.Acceptance!.Reason.ShouldBe("It costs minutes.");
        past.Executed.ShouldBe(2);
        (await story.ReadAsync(next)).Retro.WindowFrom.ShouldBe((await story.ReadAsync(number)).Retro.MeetsAt);

        // What is accepted asks nothing until its day has come.
        (await story.ReadAsync(await story.BeginAsync("While it is accepted"))).Patterns.ShouldBeEmpty();
        (await app.UseCase<WithdrawAcceptance>().RunAsync(story.Ada, view.Current.Pattern.Number)).ShouldBeTrue();
        (await story.ReadAsync(await story.BeginAsync("Once it is not"))).Patterns.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Names_nobody_on_the_screen_that_everybody_sees()
    {
        var number = await story.BeginAsync("Names");
        var card = (await story.ReadAsync(number)).Patterns.First();
        await app.UseCase<SayInRetro>().RunAsync(story.Eve, number, Guid.CreateVersion7(), card.Id, "Ada Okafor restarted it three times");
        await app.UseCase<TakePart>().RunAsync(story.Ada, number);
        await app.UseCase<NoteRetro>().RunAsync(story.Ada, number, "Ada knew the clock", "", "", "");
        await app.UseCase<DecideCard>().RunAsync(story.Ada, number, card.Id, card.Version, new DecisionFacts(DecisionKind.Watch, "Grace Lindqvist looks", More: 3));
        await story.GoToAsync(number, RetroStep.Patterns);

        var screen = (await app.UseCase<ReadRetro>().RunAsync(story.Ada, number, onScreen: true))!;
        var own = await story.ReadAsync(number);

        screen.Comments.Single().Text.ShouldMatch("^Engineer [A-Z]+ restarted it three times$");
        screen.Retro.WheelDetail.ShouldMatch("^Engineer [A-Z]+ knew the clock$");
        screen.Patterns.First().Decision!.Words.ShouldMatch("^Engineer [A-Z]+ looks$");
        (own.Comments.Single().Text, own.Retro.WheelDetail, own.Patterns.First().Decision!.Words).ShouldBe(("Ada Okafor restarted it three times", "Ada knew the clock", "Grace Lindqvist looks"));
    }

    [Fact]
    public async Task Nobody_can_tell_who_answered_the_pulse_how()
    {
        var number = await story.BeginAsync("Pulse");
        var grace = new Domain.Accounts.Actor(app.Grace.Id, Domain.Accounts.Role.Administrator);
        await app.UseCase<AnswerPulse>().RunAsync(story.Ada, number, learned: true, "Shorter, please");
        await app.UseCase<AnswerPulse>().RunAsync(story.Ada, number, learned: false, "Twice is once");
        await app.UseCase<AnswerPulse>().RunAsync(grace, number, learned: true, "A break");

        (await story.ReadAsync(number)).Pulse.ShouldBeNull();
        await app.UseCase<AnswerPulse>().RunAsync(story.Eve, number, learned: false, "");

        var pulse = (await story.ReadAsync(number)).Pulse!;
        (pulse.Learned, pulse.NotLearned).ShouldBe((2, 1));
        pulse.Changes.ShouldBe(["A break", "Shorter, please"]);

        // One row of sums beside marks that say nothing but that somebody answered; and no trace in the audit log.
        await using var db = app.OpenDatabase();
        db.Model.FindEntityType(typeof(RetroPulse))!.GetProperties().Select(property => property.Name).Order().ShouldBe(["Changes", "Learned", "NotLearned", "RetroId"]);
        (await db.AuditLog.AnyAsync(entry => entry.Verb.Contains("pulse") || entry.Verb.Contains("vote"))).ShouldBeFalse();
    }
}
