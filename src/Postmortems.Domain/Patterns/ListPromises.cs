using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Patterns.Curation;
using Postmortems.PatternEngine.Recurrence;

namespace Postmortems.Domain.Patterns;

/// <summary>Every automation that was planned or shipped, of recurring causes and repeated fixes alike, and whether it kept its promise.</summary>
public sealed class ListPromises(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    public const int PageSize = 50;

    /// <param name="after">Where the page before ended; null for the first page.</param>
    public async Task<PromiseList> RunAsync(Actor actor, PromiseKey? after = null, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var found = await (
            from pattern in After(db.KnownPatternsOf(actor).Where(pattern => pattern.Automation != null && pattern.MergedIntoId == null), after)
            orderby pattern.Automation!.ShippedAt == null ? 1 : 0, pattern.Automation!.ShippedAt descending, pattern.Number
            select new PromiseRow(
                pattern.Id, pattern.Number, pattern.Name, pattern.Kind, pattern.OwnerTeam,
                db.Users.Where(user => user.Id == pattern.Automation!.OwnerId).Select(user => user.DisplayName).FirstOrDefault(),
                pattern.Automation!, pattern.Reopening,
                db.PatternSuggestions.Count(waiting => waiting.Answer == null && waiting.PatternId == pattern.Id))).Take(PageSize + 1).ToListAsync(cancel);

        List<PromiseRow> rows = [.. found.Take(PageSize)];
        var shipped = rows.Where(row => row.Automation.ShippedAt is not null).ToDictionary(row => row.Id, row => row.Automation);
        return new PromiseList(
            rows,
            await Watches.OfAsync(db, shipped, clock.GetUtcNow(), cancel),
            found.Count > PageSize ? new PromiseKey(rows[^1].Automation.ShippedAt, rows[^1].Number) : null);
    }

    private static IQueryable<Pattern> After(IQueryable<Pattern> patterns, PromiseKey? key) => key switch
    {
        null => patterns,
        { ShippedAt: { } shipped } => patterns.Where(pattern => pattern.Automation!.ShippedAt == null || pattern.Automation.ShippedAt < shipped || (pattern.Automation.ShippedAt == shipped && pattern.Number > key.Number)),
        _ => patterns.Where(pattern => pattern.Automation!.ShippedAt == null && pattern.Number > key.Number),
    };
}

/// <param name="Rows">What shipped last comes first, then what is planned.</param>
/// <param name="Watches">Of those that shipped and were watched before, by their ids.</param>
/// <param name="Next">Where this page ends, if there is another one.</param>
public sealed record PromiseList(IReadOnlyList<PromiseRow> Rows, IReadOnlyDictionary<Guid, Watch> Watches, PromiseKey? Next);

/// <summary>Where a page of promises ends.</summary>
/// <param name="ShippedAt">Null among those that are planned.</param>
public sealed record PromiseKey(DateTimeOffset? ShippedAt, int Number);

/// <param name="Waiting">Suggestions about it that nobody has answered.</param>
public sealed record PromiseRow(Guid Id, int Number, string Name, PatternKind? Kind, string OwnerTeam, string? Owner, Automation Automation, Reopening? Reopening, int Waiting);
