using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Patterns.Curation;
using Postmortems.Domain.Patterns.Fixes;
using Postmortems.PatternEngine.Recurrence;

namespace Postmortems.Domain.Patterns;

/// <summary>One pattern with its members, newest first, and why each belongs.</summary>
public sealed class ReadPattern(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    public const int MostMembers = 200;
    public const int MostLedger = 40;

    /// <param name="movesBefore">Leaves out the moves of the ledger down to this one.</param>
    /// <returns>Null when there is no such pattern.</returns>
    public async Task<PatternPageView?> RunAsync(Actor actor, int number, LedgerKey? movesBefore = null, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var pattern = await db.KnownPatternsOf(actor).Where(p => p.Number == number).Select(FactsIn(db)).SingleOrDefaultAsync(cancel);

        if (pattern is null)
        {
            return null;
        }

        var (members, ledger, older) = await StandingStatements.OfAsync(db, actor, pattern, movesBefore, cancel);
        var promises = await OpenPromises.OfAsync(db, [pattern.Id], cancel);

        var kept = pattern.Automation?.ShippedAt is { } shipped ? await KeptPromises.SinceAsync(db, pattern.Id, shipped, cancel) : [];

        return new PatternPageView(pattern, members, [.. promises[pattern.Id]], kept, await HistoryOfAsync(db, pattern, cancel), ledger, older);
    }

    private static Expression<Func<Pattern, PatternFacts>> FactsIn(PostmortemsDb db) => p => new PatternFacts(
        p.Id, p.Version, p.Number, p.Name, p.IsNamedByPeople, p.SharedTerms, p.OwnerTeam, p.PostmortemCount, p.Automation)
    {
        Kind = p.Kind,
        IsOfFixes = p.IsOfFixes,
        SharedConcepts = p.SharedConcepts,
        Definition = p.Definition,
        FadedAt = p.FadedAt,
        Confirmation = p.Confirmation,
        ConfirmedBy = db.Users.Where(user => p.Confirmation != null && user.Id == p.Confirmation.By).Select(user => user.DisplayName).FirstOrDefault(),
        Dismissal = p.Dismissal,
        DismissedBy = db.Users.Where(user => p.Dismissal != null && user.Id == p.Dismissal.By).Select(user => user.DisplayName).FirstOrDefault(),
        Acceptance = p.Acceptance,
        AcceptedBy = db.Users.Where(user => p.Acceptance != null && user.Id == p.Acceptance.By).Select(user => user.DisplayName).FirstOrDefault(),
        ResurfacedAt = p.ResurfacedAt,
        ResurfacedBy = p.ResurfacedBy,
        Weighed = p.Weighed,
        Reopening = p.Reopening,
        IsPinned = p.PinnedAt != null,
        MergedInto = db.Patterns.Where(other => other.Id == p.MergedIntoId).Select(other => (int?)other.Number).FirstOrDefault(),
        SplitFrom = db.Patterns.Where(other => other.Id == p.SplitFromId).Select(other => (int?)other.Number).FirstOrDefault(),
        Absorbed = db.Patterns.Where(other => other.MergedIntoId == p.Id).OrderBy(other => other.Number).Select(other => new OtherPattern(other.Number, other.Name, other.PostmortemCount)).ToList(),
        Waiting = db.PatternSuggestions.Count(waiting => waiting.Answer == null && (waiting.PatternId == p.Id || waiting.OtherId == p.Id)),
    };

    private async Task<PatternHistory> HistoryOfAsync(PostmortemsDb db, PatternFacts pattern, CancellationToken cancel)
    {
        var occurrences = await Occurrences.OfAsync(db, [pattern.Id], cancel);
        var runs = pattern.Automation?.ShippedAt is null ? new Dictionary<Guid, ReportedRuns>() : await RunsSeen.OfAsync(db, [pattern.Id], cancel);
        return PatternHistory.Of(occurrences[pattern.Id], await Occurrences.OldestIncidentAsync(db, cancel), pattern.Automation, clock.GetUtcNow(), runs.GetValueOrDefault(pattern.Id));
    }
}
