using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Retros;

namespace Postmortems.Domain.Ops.Demo;

/// <summary>A retro that was held a month ago, and the next one with its pack.</summary>
internal sealed class HeldRetros(PostmortemsDb db, Cast cast, Actor actor, DateTimeOffset now)
{
    private const int HeldDaysAgo = 28;
    private const int MeetsInDays = 2;
    private const int DaysBetween = 90;

    private static readonly string[] Changes = ["Five minutes more for the wheel.", "Read the pack together at the start."];

    private readonly Guid jonas = cast.PersonCalled(Cast.Jonas);

    public async Task HoldAsync(CancellationToken cancel)
    {
        var held = await PlannedAsync(At(-HeldDaysAgo), At(-HeldDaysAgo - DaysBetween), At(-HeldDaysAgo - 4), cancel);
        held.Start(held.MeetsAt);
        await DecideAsync(held, cancel);
        held.Note("The report had been slow for months, and nobody had asked whom it keeps waiting.", "Who sees that a venue has an old gate list before the doors open?");
        await db.SaveChangesAsync(cancel);
        await db.Database.ExecuteSqlAsync($"INSERT INTO retro_pulses (retro_id, learned, not_learned, changes) VALUES ({held.Id}, 2, 1, {Changes})", cancel);
        db.ChangeTracker.Clear();

        var view = await ReadRetro.ReadAsync(db, actor, held.Number, held.MeetsAt, cancel) ?? throw new InvalidOperationException("The retro of the story was not stored.");
        held = await db.Retros.SingleAsync(retro => retro.Id == held.Id, cancel);
        held.Close(jonas, RetroMinutes.Of(view, held.MeetsAt.AddMinutes(47)), held.MeetsAt.AddMinutes(47));
        await db.SaveChangesAsync(cancel);

        await PlannedAsync(At(MeetsInDays), held.MeetsAt, now, cancel);
        await db.SaveChangesAsync(cancel);
    }

    private async Task<Retro> PlannedAsync(DateTimeOffset meets, DateTimeOffset from, DateTimeOffset packed, CancellationToken cancel)
    {
        var retro = new Retro(new RetroFacts("Ticket shop and gates", Cadence.Monthly, meets, "Europe/Berlin", jonas, cast.PersonCalled(Cast.Ines)), from, jonas, packed);
        db.Retros.Add(retro);
        await db.SaveChangesAsync(cancel);
        await new Pack(db, retro, packed).BuildAsync(cancel);
        await db.SaveChangesAsync(cancel);
        return retro;
    }

    private async Task DecideAsync(Retro retro, CancellationToken cancel)
    {
        var cards = await db.CardsAsync(retro.Id, cancel);
        var at = retro.MeetsAt.AddMinutes(20);
        db.RetroSeats.AddRange(cast.People.Select(person => new RetroSeat(retro.Id, person.Id)));

        foreach (var (card, index) in cards.Where(card => card.Part is CardPart.Pattern).Select((card, index) => (card, index)))
        {
            db.RetroVotes.AddRange(cast.People.Select((person, seat) => new RetroVote(card.Id, person.Id, VoteLevel.High, seat == 0 ? VoteLevel.High : VoteLevel.Middle, index == 0 ? VoteLevel.High : VoteLevel.Low)));
            card.Reveal(at);
            card.Decide(index == 0
                ? new RetroDecision(DecisionKind.Watch, "Two changes are under way that should stop it; see whether they do.", "One more outage of the shop may cost more than fixing it at once.", null, 2, null, jonas, at)
                : new RetroDecision(DecisionKind.Accept, "It costs minutes, and nobody outside notices.", "", DateOnly.FromDateTime(at.UtcDateTime).AddDays(90), null, null, jonas, at));
        }

        foreach (var card in cards.Where(card => card.Part is CardPart.Verdict))
        {
            card.Decide(new RetroDecision(DecisionKind.Keep, "It renews and reports, and costs nobody anything.", "", null, null, null, jonas, at));
        }
    }

    /// <summary>Early in the afternoon in Berlin.</summary>
    private DateTimeOffset At(int days) => new(now.UtcDateTime.Date.AddDays(days).AddHours(13), TimeSpan.Zero);
}
