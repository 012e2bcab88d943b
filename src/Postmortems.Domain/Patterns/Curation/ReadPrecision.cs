using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.PatternEngine.Recurrence;

namespace Postmortems.Domain.Patterns.Curation;

/// <summary>How often people said yes to what grouping suggested, for each kind of suggestion.</summary>
public sealed class ReadPrecision(IDbContextFactory<PostmortemsDb> databases)
{
    public async Task<IReadOnlyList<SuggestionPrecision>> RunAsync(Actor actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var answers = await db.PatternSuggestions
            .Where(suggestion => suggestion.Answer != null)
            .GroupBy(suggestion => suggestion.Kind)
            .Select(kind => new { kind.Key, Accepted = kind.Count(suggestion => suggestion.Answer!.IsAccepted), All = kind.Count() })
            .ToListAsync(cancel);

        return [.. Enum.GetValues<SuggestionKind>().Select(kind => answers.Find(answer => answer.Key == kind) is { } found ? new SuggestionPrecision(kind, found.Accepted, found.All) : new SuggestionPrecision(kind, 0, 0))];
    }
}

/// <param name="Answered">Suggestions that people said yes or no to.</param>
public sealed record SuggestionPrecision(SuggestionKind Kind, int Accepted, int Answered)
{
    /// <summary>Below this many answers nothing is said of the future.</summary>
    public const int Fewest = 5;

    /// <summary>Between which shares the true one lies, in 95 of 100 cases; null while there are too few answers.</summary>
    public Interval? Around => Answered < Fewest ? null : Share.Around(Accepted, Answered);
}
