using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Patterns.Curation;

/// <summary>What every act of curation does: take turns, find the pattern by its number, write down who did what, and have the rest regrouped.</summary>
internal static class CuratedPattern
{
    public static async Task<Pattern?> PatternToCurateAsync(this PostmortemsDb db, Actor actor, int number, CancellationToken cancel)
    {
        actor.MustEdit();
        await db.TakeTurnsOverPatternsAsync(cancel);
        return await db.KnownPatternsOf(actor).SingleOrDefaultAsync(pattern => pattern.Number == number, cancel);
    }

    public static async Task CuratedAsync(this PostmortemsDb db, Actor actor, Pattern pattern, string verb, string detail, DateTimeOffset now, CancellationToken cancel)
    {
        db.AuditLog.Add(new AuditEntry(actor.UserId, verb, pattern.Id, detail, now));

        if (!await db.Errands.AnyAsync(errand => errand.Kind == Errand.RecomputePatterns && errand.Attempts == 0 && errand.NotBefore <= now, cancel))
        {
            db.Errands.Add(new Errand(Errand.RecomputePatterns, now));
        }

        await db.SaveChangesAsync(cancel);
        await db.Database.CurrentTransaction!.CommitAsync(cancel);
    }

    /// <summary>Confirms a pattern that nobody has confirmed: its members are people's from now on.</summary>
    public static async Task ConfirmAsync(this PostmortemsDb db, Pattern pattern, Guid by, string reason, DateTimeOffset now, CancellationToken cancel)
    {
        if (pattern.Confirmation is null)
        {
            pattern.Confirm(by, now);
            await db.PutInAsync(pattern, await db.PatternMembers.Where(member => member.PatternId == pattern.Id).Select(member => member.StatementId).ToListAsync(cancel), by, reason, now, cancel);
            await db.CloseAsync(pattern.Id, SuggestionKind.NewPattern, accepted: true, by, "", now, cancel);
        }
    }

    /// <summary>Counts again in how many postmortems, or incidents, a pattern stands. Its members must have been saved.</summary>
    public static async Task CountAsync(this PostmortemsDb db, Pattern pattern, DateTimeOffset now, CancellationToken cancel) =>
        pattern.Count(await db.PatternOccurrences().Where(occurrence => occurrence.PatternId == pattern.Id).Select(occurrence => occurrence.ToldIn).Distinct().CountAsync(cancel), now);

    /// <summary>Closes what waits in the inbox about a pattern and is answered now.</summary>
    public static async Task CloseAsync(this PostmortemsDb db, Guid pattern, SuggestionKind kind, bool accepted, Guid by, string reason, DateTimeOffset now, CancellationToken cancel)
    {
        foreach (var suggestion in await db.PatternSuggestions.Where(waiting => waiting.Answer == null && waiting.PatternId == pattern && waiting.Kind == kind).ToListAsync(cancel))
        {
            suggestion.Close(accepted, by, reason, now);
        }
    }
}
