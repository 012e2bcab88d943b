using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Retros;

/// <summary>The scribe writes down what surprised in the wheel's incident, and what nobody could answer.</summary>
public sealed class NoteRetro(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="seenWheelDetail">What stood there when the writer began, and so for the unknowns.</param>
    public async Task<Saved> RunAsync(Actor actor, int number, string wheelDetail, string unknowns, string seenWheelDetail, string seenUnknowns, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.HoldStillAsync(number, cancel);

        if (await db.RetroToChangeAsync(actor, number, cancel) is not { } retro)
        {
            return Saved.NotThere;
        }

        retro.MustNotBeClosed();

        if (retro.WheelDetail == wheelDetail.Trim() && retro.Unknowns == unknowns.Trim())
        {
            return Saved.Done;
        }

        // The meeting moves on all the time, so what counts is whether these words changed, not the row.
        if (retro.WheelDetail != seenWheelDetail || retro.Unknowns != seenUnknowns)
        {
            return Saved.ChangedMeanwhile;
        }

        retro.Note(wheelDetail, unknowns);
        db.AuditLog.Add(RetroQueries.Noted(actor, "retro/noted", retro.Id, retro.Group, clock.GetUtcNow()));
        await db.SaveAndTellAsync(number, RetroBell.Step, cancel);
        await transaction.CommitAsync(cancel);
        return Saved.Done;
    }
}
