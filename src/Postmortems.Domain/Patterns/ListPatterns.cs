using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Patterns;

/// <summary>What keeps recurring, in most postmortems first.</summary>
public sealed class ListPatterns(IDbContextFactory<PostmortemsDb> databases)
{
    public const int PageSize = 25;

    /// <param name="after">The key of the last row seen, or null for the first page.</param>
    public async Task<PatternList> RunAsync(Actor actor, PatternView view, PatternKey? after, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var patterns = Within(db.PatternsOf(actor), view);

        if (after is not null)
        {
            patterns = patterns.Where(p => p.PostmortemCount < after.Postmortems || (p.PostmortemCount == after.Postmortems && p.Number > after.Number));
        }

        var rows = await patterns
            .OrderByDescending(p => p.PostmortemCount).ThenBy(p => p.Number)
            .Take(PageSize + 1)
            .Select(p => new PatternRow(
                p.Id,
                p.Number,
                p.Name,
                p.IsNamedByPeople,
                p.SharedTerms,
                p.OwnerTeam,
                p.PostmortemCount,
                db.PatternMembers.Count(m => m.PatternId == p.Id),
                db.PatternMembers.Where(m => m.PatternId == p.Id).Min(m => m.SeenAt),
                db.PatternMembers.Where(m => m.PatternId == p.Id).Max(m => m.SeenAt),
                p.Automation,
                p.Automation == null ? 0 : db.PatternMembers.Count(m => m.PatternId == p.Id && m.SeenAt > p.Automation.ShippedAt),
                db.PatternMembers.Where(m => m.PatternId == p.Id).OrderByDescending(m => m.Strength).ThenBy(m => m.CauseId).Take(2)
                    .Select(m => db.Causes.Where(c => c.Id == m.CauseId).Select(c => c.Statement).First()).ToList()))
            .ToListAsync(cancel);

        var shown = rows.Take(PageSize).ToList();
        var ids = shown.Select(row => row.Id).ToList();
        var promises = await OpenPromises.OfAsync(db, ids, cancel);

        return new PatternList(shown, promises, rows.Count > PageSize ? new PatternKey(shown[^1].Postmortems, shown[^1].Number) : null);
    }

    private static IQueryable<Pattern> Within(IQueryable<Pattern> patterns, PatternView view) => view switch
    {
        PatternView.Undecided => patterns.Where(p => p.Automation == null),
        PatternView.Planned => patterns.Where(p => p.Automation != null && p.Automation.ShippedAt == null),
        PatternView.Automated => patterns.Where(p => p.Automation != null && p.Automation.ShippedAt != null),
        _ => patterns,
    };
}

public enum PatternView
{
    All,
    Undecided,
    Planned,
    Automated,
}

/// <summary>Where a page of patterns ends.</summary>
public sealed record PatternKey(int Postmortems, int Number);

/// <param name="Older">The key of the next page, or null at the end.</param>
public sealed record PatternList(
    IReadOnlyList<PatternRow> Rows, ILookup<Guid, OpenPromise> Promises, PatternKey? Older);

/// <param name="SeenSince">How often it was seen after its automation shipped.</param>
/// <param name="Quotes">The two strongest members, in their writers' words.</param>
public sealed record PatternRow(
    Guid Id,
    int Number,
    string Name,
    bool IsNamedByPeople,
    List<string> SharedTerms,
    string OwnerTeam,
    int Postmortems,
    int Causes,
    DateTimeOffset FirstSeen,
    DateTimeOffset LastSeen,
    Automation? Automation,
    int SeenSince,
    List<string> Quotes);
