using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Writing;

/// <summary>The writer decides what becomes of a text that met a newer version: it is saved against that version, or let go.</summary>
public sealed class SettleKeptText(IDbContextFactory<PostmortemsDb> databases, WriteDocument write, TimeProvider clock)
{
    /// <param name="text">What shall be the document now, or null to leave the document as it is.</param>
    /// <param name="against">The version that the writer had before their eyes.</param>
    /// <returns>Null when there is no such unsettled text.</returns>
    public async Task<WriteOutcome?> RunAsync(
        Actor actor, int number, Guid id, string? text, int against, string? amendment = null, CancellationToken cancel = default)
    {
        actor.MustEdit();

        await using var db = await databases.CreateDbContextAsync(cancel);
        var kept = await db.KeptTexts.SingleOrDefaultAsync(
            k => k.Id == id && k.By == actor.UserId && k.SettledAt == null && db.Postmortems.Any(p => p.Id == k.PostmortemId && p.Number == number && p.Deletion == null),
            cancel);

        if (kept is null)
        {
            return null;
        }

        var outcome = text is null
            ? new WriteOutcome.Written(against)
            : await write.RunAsync(actor, number, text, against, amendment, cancel);

        // A third version may have come in meanwhile: then the newer text is kept in its turn and this one is done with.
        if (outcome is WriteOutcome.Written or WriteOutcome.MetAnother && outcome != new WriteOutcome.MetAnother(kept.Id))
        {
            kept.Settle(clock.GetUtcNow());
            await db.SaveChangesAsync(cancel);
        }

        return outcome;
    }
}
