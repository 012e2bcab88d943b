using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Retros;

/// <summary>One page of retros, the newest meeting first.</summary>
public sealed class ListRetros(IDbContextFactory<PostmortemsDb> databases)
{
    public const int PageSize = 20;

    /// <param name="before">The key of the last row seen, or null for the first page.</param>
    public async Task<RetroList> RunAsync(Actor actor, RetroKey? before, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var retros = db.RetrosOf(actor);

        if (before is not null)
        {
            retros = retros.Where(retro => EF.Functions.LessThan(ValueTuple.Create(retro.MeetsAt, retro.Number), ValueTuple.Create(before.MeetsAt, before.Number)));
        }

        var rows = await retros
            .OrderByDescending(retro => retro.MeetsAt).ThenByDescending(retro => retro.Number)
            .Take(PageSize + 1)
            .Select(retro => new RetroRow(
                retro.Number,
                retro.Group,
                retro.Cadence,
                retro.MeetsAt,
                retro.Zone,
                retro.Closing != null ? RetroState.Closed : retro.Run != null ? RetroState.Running : retro.PackBuiltAt != null ? RetroState.PackBuilt : RetroState.BeingPrepared,
                db.Users.Where(user => user.Id == retro.FacilitatorId).Select(user => user.DisplayName).FirstOrDefault() ?? "",
                db.RetroCards.Count(card => card.RetroId == retro.Id && card.Part == CardPart.Pattern),
                db.RetroCards.Count(card => card.RetroId == retro.Id && card.Decision != null)))
            .ToListAsync(cancel);

        var shown = rows.Take(PageSize).ToList();
        return new RetroList(shown, rows.Count > PageSize ? new RetroKey(shown[^1].MeetsAt, shown[^1].Number) : null);
    }
}

public sealed record RetroKey(DateTimeOffset MeetsAt, int Number);

/// <param name="Older">The key of the next page, or null at the end.</param>
public sealed record RetroList(IReadOnlyList<RetroRow> Rows, RetroKey? Older);

public sealed record RetroRow(int Number, string Group, Cadence Cadence, DateTimeOffset MeetsAt, string Zone, RetroState State, string Facilitator, int Patterns, int Decisions);
