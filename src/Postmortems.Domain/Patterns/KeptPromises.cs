using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Patterns;

/// <summary>Reads what else was done about a pattern after its automation shipped: it could explain the quiet as well.</summary>
internal static class KeptPromises
{
    private const int Most = 20;

    /// <returns>Newest first, at most twenty.</returns>
    public static async Task<IReadOnlyList<KeptPromise>> SinceAsync(PostmortemsDb db, Guid pattern, DateTimeOffset shipped, CancellationToken cancel)
    {
        var promises =
            from item in db.ActionItems
            where item.Closure != null && item.Closure.At > shipped && item.Deletion == null
                && item.Causes.Any(serves => db.PatternMembers.Any(member => member.PatternId == pattern && member.CauseId == serves.CauseId))
            orderby item.Closure!.At descending, item.Number
            select new KeptPromise(item.Number, item.Title, item.Closure!.At);

        return await promises.Take(Most).ToListAsync(cancel);
    }
}

/// <summary>An action item about a pattern that was done.</summary>
public sealed record KeptPromise(int Number, string Title, DateTimeOffset At);
