using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Retros;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Retros;

public sealed class BuildingThePackTests(PostmortemsApp app) : IClassFixture<PostmortemsApp>, IAsyncLifetime
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
    public async Task Brings_what_grew_what_was_promised_and_what_chance_chose()
    {
        var number = await story.PlanAsync("Brings");

        (await app.UseCase<BuildPack>().RunAsync(story.Ada, number)).ShouldBeTrue();

        var view = await story.ReadAsync(number);
        var pool = view.Patterns.ShouldHaveSingleItem();
        pool.Pattern!.Name.ShouldBe("The pool runs empty");
        (pool.Card.Why, pool.Card.SeenInWindow, pool.Card.SeenInAll, pool.Card.CostMinutes).ShouldBe((CardReason.Grown, 2, 5, 300));
        pool.Card.Confidence.ShouldBeInRange(0.4, 0.6);
        view.Verdicts.ShouldHaveSingleItem().Pattern!.Name.ShouldBe("A certificate expires unseen");
        view.Items.ShouldHaveSingleItem().Card.Why.ShouldBe(CardReason.OverdueAndRecurred);
        view.GoodCatch!.Title.ShouldBe("A wrong flag was seen before it went out");
        (view.Retro.Quality!.Postmortems, view.Retro.Quality.Unreviewed, view.Retro.Quality.Untagged).ShouldBe((2, 2, 2));
    }

    [Fact]
    public async Task Draws_an_incident_that_everybody_can_draw_again()
    {
        var number = await story.PlanAsync("Draws");
        await app.UseCase<BuildPack>().RunAsync(story.Ada, number);

        var draw = (await story.ReadAsync(number)).Retro.Wheel!;

        var digits = Convert.ToUInt32(Convert.ToHexString(SHA256.HashData(Encoding.ASCII.GetBytes($"RETRO-{number}")))[..8], 16);
        draw.Of.ShouldBe(6);
        draw.Place.ShouldBe((int)(digits % 6) + 1);
    }

    [Fact]
    public async Task Loses_nothing_when_it_is_built_anew()
    {
        var number = await story.PlanAsync("Anew");
        await app.UseCase<BuildPack>().RunAsync(story.Ada, number);
        var card = (await story.ReadAsync(number)).Patterns.Single();
        await app.UseCase<SayInRetro>().RunAsync(story.Ada, number, Guid.CreateVersion7(), card.Id, "Is it the import again?");
        await using var db = app.OpenDatabase();
        var certificate = await db.Patterns.Where(pattern => pattern.Name.StartsWith("A certificate")).Select(pattern => pattern.Number).SingleAsync();
        await app.UseCase<AddToPack>().RunAsync(story.Ada, number, certificate);
        await app.UseCase<AddToPack>().RunAsync(story.Ada, number, certificate);

        await app.UseCase<BuildPack>().RunAsync(story.Ada, number);

        var view = await story.ReadAsync(number);
        view.Patterns.Select(shown => shown.Card.Why).ShouldBe([CardReason.Grown, CardReason.AddedByHand]);
        view.Comments.ShouldHaveSingleItem().CardId.ShouldBe(card.Id);
    }

    [Fact]
    public async Task Happens_by_itself_three_days_before_and_not_earlier()
    {
        var soon = await story.PlanAsync("Soon", meetsInDays: 2);
        var later = await story.PlanAsync("Later", meetsInDays: 9);

        await app.UseCase<BuildDuePacks>().RunAsync();

        (await story.ReadAsync(soon)).Retro.State.ShouldBe(RetroState.PackBuilt);
        (await story.ReadAsync(later)).Retro.State.ShouldBe(RetroState.BeingPrepared);
        await using var db = app.OpenDatabase();
        var waiting = await db.Errands.Where(errand => errand.Kind == Errand.BuildRetroPacks && errand.NotBefore > RetroStory.Now.AddDays(1)).Select(errand => errand.NotBefore).ToListAsync();
        waiting.ShouldContain(at => (at - RetroStory.Now.AddDays(6)).Duration() < TimeSpan.FromMinutes(1));
    }

    [Fact]
    public async Task Sorts_and_takes_out_what_the_facilitator_says()
    {
        var number = await story.PlanAsync("Sorts");
        await app.UseCase<BuildPack>().RunAsync(story.Ada, number);
        await using var db = app.OpenDatabase();
        await app.UseCase<AddToPack>().RunAsync(story.Ada, number, await db.Patterns.Where(pattern => pattern.Name.StartsWith("A certificate")).Select(pattern => pattern.Number).SingleAsync());
        var added = (await story.ReadAsync(number)).Patterns.Last();

        await app.UseCase<MoveInPack>().RunAsync(story.Ada, number, added.Id, added.Card.Place, up: true);
        await app.UseCase<MoveInPack>().RunAsync(story.Ada, number, added.Id, added.Card.Place, up: true);
        (await story.ReadAsync(number)).Patterns.First().Id.ShouldBe(added.Id);

        await app.UseCase<RemoveFromPack>().RunAsync(story.Ada, number, added.Id);
        (await story.ReadAsync(number)).Patterns.ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Is_refused_to_somebody_who_may_only_read()
    {
        var number = await story.PlanAsync("Refused");

        (await Should.ThrowAsync<RuleBrokenException>(() => app.UseCase<BuildPack>().RunAsync(story.Eve, number))).Code.ShouldBe("account/may-not-edit");
    }
}
