using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Retros;

/// <summary>Promises that a retro handed on to whoever can decide. They stand until they are settled, or a later retro decides about them anew.</summary>
internal static class Escalations
{
    public static IQueryable<Escalation> StandingEscalations(this PostmortemsDb db) =>
        from card in db.RetroCards
        where card.Decision != null && card.Decision!.Kind == DecisionKind.Escalate
            && !db.RetroCards.Any(later => later.ActionItemId == card.ActionItemId && later.Decision != null && later.Decision.At > card.Decision!.At)
        join item in db.ActionItems on card.ActionItemId equals item.Id
        where item.Deletion == null && item.Closure == null && item.Decline == null
        join retro in db.Retros on card.RetroId equals retro.Id
        select new Escalation
        {
            ItemId = item.Id,
            Item = item.Number,
            Title = item.Title,
            OwnerId = item.OwnerId,
            Due = item.Due,
            Words = card.Decision!.Words,
            By = db.Users.Where(user => user.Id == card.Decision!.By).Select(user => user.DisplayName).FirstOrDefault() ?? "",
            At = card.Decision!.At,
            RetroId = retro.Id,
            Retro = retro.Number,
        };

    /// <summary>What waits for somebody's decision, oldest first: administrators can decide about all of them, an owner about their own.</summary>
    public static IQueryable<Escalation> EscalationsFor(this PostmortemsDb db, Actor actor)
    {
        var decidesAll = actor.Role is Role.Administrator;
        return db.StandingEscalations().Where(escalation => decidesAll || escalation.OwnerId == actor.UserId).OrderBy(escalation => escalation.At);
    }
}

public sealed record Escalation
{
    public required Guid ItemId { get; init; }

    /// <summary>The number of the action item.</summary>
    public required int Item { get; init; }

    public required string Title { get; init; }

    public required Guid? OwnerId { get; init; }

    public required DateOnly? Due { get; init; }

    /// <summary>To which role or team it goes, and what they are asked.</summary>
    public required string Words { get; init; }

    /// <summary>Who wrote down that the retro escalates it.</summary>
    public required string By { get; init; }

    public required DateTimeOffset At { get; init; }

    public required Guid RetroId { get; init; }

    /// <summary>The number of the retro.</summary>
    public required int Retro { get; init; }
}
