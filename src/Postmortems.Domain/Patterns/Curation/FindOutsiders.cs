using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Search;

namespace Postmortems.Domain.Patterns.Curation;

/// <summary>Causes, or fix steps by hand, that say given words and stand outside of a pattern: for people who know that one belongs there.</summary>
public sealed class FindOutsiders(IDbContextFactory<PostmortemsDb> databases)
{
    public const int Most = 20;

    private const int Newest = 200;

    /// <returns>Newest first; nothing where there is no such pattern.</returns>
    public async Task<IReadOnlyList<QuotedStatement>> RunAsync(Actor actor, int number, string words, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.KnownPatternsOf(actor).AsNoTracking().SingleOrDefaultAsync(known => known.Number == number, cancel) is not { } pattern)
        {
            return [];
        }

        var kind = pattern.IsOfFixes ? SearchKinds.TimelineEntry : SearchKinds.Cause;
        var found = await db.Database.SqlQuery<Guid>(
            $"""
            SELECT e.subject_id AS "Value" FROM search_entries e
            WHERE e.kind = {kind} AND e.part = 0 AND e.words @@ websearch_to_tsquery('english', {words})
                AND NOT EXISTS (SELECT FROM pattern_members m WHERE m.statement_id = e.subject_id AND m.pattern_id = {pattern.Id})
            ORDER BY e.at DESC, e.subject_id DESC LIMIT {Newest}
            """).ToListAsync(cancel);
        var recurring = await RecurringStatements.ReadAsync(db, pattern.IsOfFixes, cancel, only: found);
        List<Guid> shown = [.. found.Where(recurring.ContainsKey).Take(Most)];
        var quotes = await QuotedStatements.OfAsync(db, actor, pattern.IsOfFixes, shown, cancel);

        return [.. shown.Select(id => quotes[id])];
    }
}
