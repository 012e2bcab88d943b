using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.PatternEngine.Recurrence;

namespace Postmortems.Domain.Patterns;

/// <summary>Every automation that was planned or shipped, of recurring causes and repeated fixes alike, and whether it kept its promise.</summary>
public sealed class ListPromises(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    public const int Most = 200;

    public async Task<PromiseList> RunAsync(Actor actor, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var rows = await (
            from pattern in db.KnownPatternsOf(actor)
            where pattern.Automation != null && pattern.MergedIntoId == null
            orderby pattern.Automation!.ShippedAt == null ? 1 : 0, pattern.Automation!.ShippedAt descending, pattern.Automation!.Due, pattern.Number
            select new PromiseRow(
                pattern.Id, pattern.Number, pattern.Name, pattern.IsOfFixes, pattern.OwnerTeam,
                db.Users.Where(user => user.Id == pattern.Automation!.OwnerId).Select(user => user.DisplayName).FirstOrDefault(),
                pattern.Automation!, pattern.Reopening)).Take(Most).ToListAsync(cancel);

        var shipped = rows.Where(row => row.Automation.ShippedAt is not null).ToDictionary(row => row.Id, row => row.Automation);
        return new PromiseList(rows, await Watches.OfAsync(db, shipped, clock.GetUtcNow(), cancel));
    }
}

/// <param name="Rows">What shipped last comes first, then what is planned, by when it is due.</param>
/// <param name="Watches">Of those that shipped and were watched before, by their ids.</param>
public sealed record PromiseList(IReadOnlyList<PromiseRow> Rows, IReadOnlyDictionary<Guid, Watch> Watches);

public sealed record PromiseRow(Guid Id, int Number, string Name, bool IsOfFixes, string OwnerTeam, string? Owner, Automation Automation, Reopening? Reopening);
