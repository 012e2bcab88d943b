using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.ActionItems;

/// <summary>A pattern that an action item serves by addressing one of its causes.</summary>
public sealed record ServedPattern(int Number, string Name);

internal static class ServedPatterns
{
    public static async Task<ILookup<Guid, ServedPattern>> OfAsync(PostmortemsDb db, IReadOnlyCollection<Guid> items, CancellationToken cancel)
    {
        var found = await (
            from serves in db.Set<ActionItemCause>()
            join cause in db.Causes on serves.CauseId equals cause.Id
            join member in db.PatternMembers on cause.Id equals member.StatementId
            join pattern in db.Patterns on member.PatternId equals pattern.Id
            where items.Contains(serves.ActionItemId) && cause.Deletion == null && pattern.FadedAt == null
            select new { serves.ActionItemId, pattern.Number, pattern.Name }).Distinct().OrderBy(served => served.Number).ToListAsync(cancel);

        return found.ToLookup(served => served.ActionItemId, served => new ServedPattern(served.Number, served.Name));
    }
}
