using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Patterns.Curation;

/// <summary>The inbox: what the engine suggests and nobody has answered, what is about most postmortems and most alike first.</summary>
public sealed class ListSuggestions(IDbContextFactory<PostmortemsDb> databases)
{
    public const int PageSize = 20;

    /// <summary>More causes or fix steps than this to one suggestion are answered a part at a time.</summary>
    public const int MostMembers = 50;

    public async Task<SuggestionList> RunAsync(Actor actor, SuggestionKey? after, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var waiting = db.PatternSuggestions.Where(suggestion => suggestion.Answer == null);
        var count = await waiting.CountAsync(cancel);

        if (after is not null)
        {
            waiting = waiting.Where(suggestion => suggestion.Rank < after.Rank || (suggestion.Rank == after.Rank && suggestion.Id > after.Id));
        }

        var rows = await (
            from suggestion in waiting
            join pattern in db.KnownPatternsOf(actor) on suggestion.PatternId equals pattern.Id
            orderby suggestion.Rank descending, suggestion.Id
            select new SuggestionRow(
                suggestion.Id,
                suggestion.Kind,
                pattern.Number,
                pattern.Name,
                pattern.IsNamedByPeople,
                pattern.IsOfFixes,
                pattern.PostmortemCount,
                pattern.ResurfacedAt,
                db.Patterns.Where(other => other.Id == suggestion.OtherId).Select(other => new OtherPattern(other.Number, other.Name, other.PostmortemCount)).FirstOrDefault(),
                suggestion.Members,
                suggestion.SharedTerms,
                suggestion.FirstQuoteId,
                suggestion.SecondQuoteId,
                suggestion.Against,
                suggestion.RunnerUpId,
                suggestion.RunnerUpTerms,
                suggestion.Rank,
                suggestion.MadeAt)).Take(PageSize + 1).ToListAsync(cancel);

        var shown = rows.Take(PageSize).ToList();
        return new SuggestionList(shown, await QuotedStatements.OfAsync(db, actor, [.. shown.Select(row => (row.IsOfFixes, Quoted(row)))], cancel), count, rows.Count > PageSize ? new SuggestionKey(shown[^1].Rank, shown[^1].Id) : null);
    }

    private static IEnumerable<Guid> Quoted(SuggestionRow row) =>
    [
        row.FirstQuoteId, row.SecondQuoteId, row.RunnerUpId ?? row.FirstQuoteId,
        .. row.Kind is SuggestionKind.NewPattern ? [] : row.Members.Take(MostMembers),
    ];
}

/// <summary>Where a page of the inbox ends.</summary>
public sealed record SuggestionKey(double Rank, Guid Id);

/// <param name="Quotes">The causes and fix steps that the rows speak of, by their ids.</param>
/// <param name="Waiting">In the whole inbox.</param>
public sealed record SuggestionList(IReadOnlyList<SuggestionRow> Rows, IReadOnlyDictionary<Guid, QuotedStatement> Quotes, int Waiting, SuggestionKey? Older);

public sealed record SuggestionRow(
    Guid Id,
    SuggestionKind Kind,
    int Number,
    string Name,
    bool IsNamedByPeople,
    bool IsOfFixes,
    int Postmortems,
    DateTimeOffset? ResurfacedAt,
    OtherPattern? Other,
    List<Guid> Members,
    List<string> SharedTerms,
    Guid FirstQuoteId,
    Guid SecondQuoteId,
    List<string> Against,
    Guid? RunnerUpId,
    List<string> RunnerUpTerms,
    double Rank,
    DateTimeOffset MadeAt);

public sealed record OtherPattern(int Number, string Name, int Postmortems);
