using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Patterns;

/// <summary>Reads the open action items that address a cause of a pattern.</summary>
internal static class OpenPromises
{
    public static async Task<ILookup<Guid, OpenPromise>> OfAsync(PostmortemsDb db, IReadOnlyCollection<Guid> patterns, CancellationToken cancel)
    {
        var promises =
            from item in db.ActionItems
            where item.Closure == null && item.Decline == null && item.Deletion == null
            from serves in item.Causes
            join member in db.PatternMembers on serves.CauseId equals member.StatementId
            where patterns.Contains(member.PatternId)
            orderby item.Number
            select new OpenPromise(member.PatternId, item.Number, item.Title, item.Due);

        // An item may address several causes of one pattern; it is one promise all the same.
        return (await promises.ToListAsync(cancel)).Distinct().ToLookup(promise => promise.PatternId);
    }
}

/// <summary>An open action item that serves a pattern.</summary>
public sealed record OpenPromise(Guid PatternId, int Number, string Title, DateOnly? Due);
