using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Home;
using Postmortems.Domain.Retros;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Retros;

public sealed class EscalatingTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
{
    private const string Asked = "The platform lead: who sizes pools from now on?";

    private readonly RetroStory story = new(app);

    public async Task InitializeAsync()
    {
        await using var db = app.OpenDatabase();

        if (!db.Patterns.Any())
        {
            await story.TellAsync();
        }
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Stands_at_home_and_first_in_the_next_pack_until_it_is_decided()
    {
        var number = await story.BeginAsync("Escalates");
        var card = (await story.ReadAsync(number)).Items.Single();
        await DecideAsync(number, card, new DecisionFacts(DecisionKind.Escalate, Asked, Promise: Promise(card)));

        foreach (var decides in new[] { new Actor(app.Grace.Id, Role.Administrator), story.Ada })
        {
            var waiting = (await HomeOfAsync(decides)).ShouldHaveSingleItem();
            (waiting.Item, waiting.By, waiting.Retro, waiting.Words).ShouldBe((card.Item!.Number, "Ada Okafor", number, Asked));
        }

        (await HomeOfAsync(story.Eve)).ShouldBeEmpty();

        using var grace = app.ClientFor(app.Grace);
        (await grace.PageAsync("/")).QuerySelector("#h-escalated")!.ParentElement!.ParentElement!.TextContent.ShouldContain(Asked);

        var next = await story.BeginAsync("Another group");
        var first = (await story.ReadAsync(next)).Items.First();
        (first.Card.Why, first.Escalation!.Words).ShouldBe((CardReason.Escalated, Asked));
        var pack = (await grace.PageAsync($"/retros/{next}")).QuerySelector("main")!.TextContent;
        pack.ShouldContain($"Ada Okafor, for RETRO-{number}");
        (await grace.PageAsync($"/retros/{next}/projector")).Body!.TextContent.ShouldContain(Asked);
        (await grace.PageAsync($"/retros/{next}/projector")).Body!.TextContent.ShouldNotContain("Ada Okafor");

        await DecideAsync(next, first, new DecisionFacts(DecisionKind.Do, "", Promise: Promise(first)));

        (await HomeOfAsync(story.Ada)).ShouldBeEmpty();
        (await story.ReadAsync(await story.BeginAsync("A third"))).Escalated.ShouldBeEmpty();
    }

    private async Task<IReadOnlyList<Escalation>> HomeOfAsync(Actor actor) =>
        (await app.UseCase<ReadHome>().RunAsync(actor, DateOnly.FromDateTime(RetroStory.Now.UtcDateTime), "Europe/Berlin")).Escalated;

    private async Task DecideAsync(int number, CardView card, DecisionFacts facts) =>
        (await app.UseCase<DecideCard>().RunAsync(story.Ada, number, card.Id, card.Version, facts)).ShouldBe(Saved.Done);

    private PromiseFacts Promise(CardView card) => new(card.Item!.Id, 0, "", app.Ada.Id, card.Item.Due, Priority.P0);
}
