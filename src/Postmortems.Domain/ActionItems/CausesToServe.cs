using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Causes;

namespace Postmortems.Domain.ActionItems;

/// <summary>A cause of the same postmortem, which an action item may address.</summary>
/// <param name="Pattern">The pattern that it belongs to, if any.</param>
public sealed record CauseToServe(Guid Id, string Statement, CauseRole Role, ServedPattern? Pattern);

internal static class CausesToServe
{
    public static async Task<IReadOnlyCollection<Guid>> IdsAsync(PostmortemsDb db, Guid postmortem, CancellationToken cancel) =>
        await db.Causes.Where(cause => cause.PostmortemId == postmortem && cause.Deletion == null).Select(cause => cause.Id).ToListAsync(cancel);

    public static async Task<List<CauseToServe>> OfAsync(PostmortemsDb db, Guid postmortem, CancellationToken cancel)
    {
        var rows = await db.Causes
            .Where(cause => cause.PostmortemId == postmortem && cause.Deletion == null)
            .OrderBy(cause => cause.Order).ThenBy(cause => cause.Id)
            .Select(cause => new
            {
                cause.Id,
                cause.Statement,
                cause.Role,
                Pattern = (from member in db.PatternMembers
                           join pattern in db.Patterns on member.PatternId equals pattern.Id
                           where member.CauseId == cause.Id && pattern.FadedAt == null
                           select new { pattern.Number, pattern.Name }).FirstOrDefault(),
            })
            .ToListAsync(cancel);

        return rows.ConvertAll(row => new CauseToServe(row.Id, row.Statement, row.Role, row.Pattern is { } pattern ? new ServedPattern(pattern.Number, pattern.Name) : null));
    }
}
