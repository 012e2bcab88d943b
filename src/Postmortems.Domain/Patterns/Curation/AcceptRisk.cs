using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Patterns.Curation;

/// <summary>Somebody decides to live with a pattern for a while, and says why. It asks again when the day has come, or when it has grown.</summary>
public sealed class AcceptRisk(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="until">The last day of it.</param>
    /// <returns>False when there is no such pattern.</returns>
    /// <exception cref="RuleBrokenException">No reason, no day to come, or somebody else accepted it meanwhile with other words.</exception>
    public async Task<bool> RunAsync(Actor actor, int number, string reason, DateOnly until, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        if (await db.PatternToCurateAsync(actor, number, cancel) is not { } pattern)
        {
            return false;
        }

        if (pattern.State is PatternState.AcceptedRisk && pattern.Acceptance is { } accepted)
        {
            return accepted.By == actor.UserId && accepted.Until == until && accepted.Reason == Shortened.To(reason.Trim(), Pattern.LongestReason)
                ? true
                : throw new RuleBrokenException("pattern/accepted-before", $"Somebody accepted it meanwhile, until {accepted.Until:yyyy-MM-dd}: “{accepted.Reason}” Take that back first if your words are to count.");
        }

        if (pattern.State is PatternState.Dismissed)
        {
            throw new RuleBrokenException("pattern/dismissed", $"PAT-{number} is dismissed. Propose it again before you accept its risk.");
        }

        var now = clock.GetUtcNow();
        pattern.Accept(actor.UserId, reason, until, now);
        await db.ConfirmAsync(pattern, actor.UserId, "Confirmed when its risk was accepted.", now, cancel);
        db.Errands.Add(new Errand(Errand.RecomputePatterns, pattern.Acceptance!.EndsAt));
        await db.CuratedAsync(actor, pattern, "pattern/risk-accepted", $"Until {until:yyyy-MM-dd}: {pattern.Acceptance.Reason}", now, cancel);
        return true;
    }
}
