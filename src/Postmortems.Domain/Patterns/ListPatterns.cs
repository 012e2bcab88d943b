using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Patterns.Costs;
using Postmortems.Domain.Patterns.Curation;
using Postmortems.PatternEngine.Recurrence;

namespace Postmortems.Domain.Patterns;

/// <summary>What keeps recurring, causes and fixes by hand, by cost times confidence; where nothing was told of any cost, by how often.</summary>
public sealed class ListPatterns(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    public const int PageSize = 25;

    /// <param name="after">The key of the last row seen, or null for the first page.</param>
    public async Task<PatternList> RunAsync(Actor actor, PatternView view, PatternKey? after, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var patterns = Within(db.PatternsOf(actor), view);

        if (after is not null)
        {
            patterns = patterns.Where(p => p.Weight < after.Weight || (p.Weight == after.Weight && (p.PostmortemCount < after.Postmortems || (p.PostmortemCount == after.Postmortems && p.Number > after.Number))));
        }

        var rows = await patterns
            .OrderByDescending(p => p.Weight).ThenByDescending(p => p.PostmortemCount).ThenBy(p => p.Number)
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
                db.PatternMembers.Where(m => m.PatternId == p.Id).Min(m => (DateTimeOffset?)m.SeenAt),
                db.PatternMembers.Where(m => m.PatternId == p.Id).Max(m => (DateTimeOffset?)m.SeenAt),
                p.Automation,
                p.Confirmation != null,
                p.Kind,
                db.PatternMembers.Where(m => m.PatternId == p.Id).OrderByDescending(m => m.Strength).ThenBy(m => m.StatementId).Take(2)
                    .Select(m => m.StatementId).ToList())
            {
                IsOfFixes = p.IsOfFixes,
                Weight = p.Weight,
                Weighed = p.Weighed,
                Acceptance = p.Acceptance,
                ResurfacedBy = p.ResurfacedBy,
                Reopening = p.Reopening,
            })
            .ToListAsync(cancel);

        var shown = rows.Take(PageSize).ToList();
        var ids = shown.Select(row => row.Id).ToList();
        var promises = await OpenPromises.OfAsync(db, ids, cancel);

        var watches = await Watches.OfAsync(db, shown.Where(row => row.Automation?.ShippedAt != null).ToDictionary(row => row.Id, row => row.Automation!), clock.GetUtcNow(), cancel);

        var quotes = await QuotedStatements.OfAsync(db, actor, [.. shown.Select(row => (row.IsOfFixes, row.QuoteIds))], cancel);
        var waiting = await db.PatternSuggestions.CountAsync(suggestion => suggestion.Answer == null, cancel);

        return new PatternList(shown, quotes, promises, watches, waiting, rows.Count > PageSize ? new PatternKey(shown[^1].Weight, shown[^1].Postmortems, shown[^1].Number) : null);
    }

    private static IQueryable<Pattern> Within(IQueryable<Pattern> patterns, PatternView view) => view switch
    {
        PatternView.Confirmed => patterns.Where(p => p.Confirmation != null),
        PatternView.Undecided => patterns.Where(p => (p.Automation == null || p.Reopening != null) && (p.Acceptance == null || p.Acceptance.EndedAt != null)),
        PatternView.Accepted => patterns.Where(p => p.Acceptance != null && p.Acceptance.EndedAt == null),
        PatternView.Planned => patterns.Where(p => p.Automation != null && p.Automation.ShippedAt == null),
        PatternView.Automated => patterns.Where(p => p.Automation != null && p.Automation.ShippedAt != null),
        _ => patterns,
    };
}

public enum PatternView
{
    All,
    Confirmed,
    Undecided,
    Planned,
    Automated,
    Accepted,
}

/// <summary>Where a page of patterns ends.</summary>
public sealed record PatternKey(double Weight, int Postmortems, int Number);

/// <param name="Quotes">What the rows quote, by the ids.</param>
/// <param name="Watches">Of the patterns whose automation shipped, by their ids.</param>
/// <param name="Waiting">Suggestions in the inbox.</param>
/// <param name="Older">The key of the next page, or null at the end.</param>
public sealed record PatternList(
    IReadOnlyList<PatternRow> Rows, IReadOnlyDictionary<Guid, QuotedStatement> Quotes, ILookup<Guid, OpenPromise> Promises, IReadOnlyDictionary<Guid, Watch> Watches, int Waiting, PatternKey? Older);

/// <param name="FirstSeen">Null where it has no member: somebody pinned it.</param>
/// <param name="Postmortems">Incidents, where it is of fixes.</param>
/// <param name="QuoteIds">The two strongest members.</param>
public sealed record PatternRow(
    Guid Id,
    int Number,
    string Name,
    bool IsNamedByPeople,
    List<string> SharedTerms,
    string OwnerTeam,
    int Postmortems,
    int Members,
    DateTimeOffset? FirstSeen,
    DateTimeOffset? LastSeen,
    Automation? Automation,
    bool IsConfirmed,
    PatternKind? Kind,
    List<Guid> QuoteIds)
{
    public bool IsOfFixes { get; init; }

    public double Weight { get; init; }

    /// <summary>Null while it was not weighed yet.</summary>
    public Weighed? Weighed { get; init; }

    public Acceptance? Acceptance { get; init; }

    public Outgrown? ResurfacedBy { get; init; }

    public Reopening? Reopening { get; init; }
}
