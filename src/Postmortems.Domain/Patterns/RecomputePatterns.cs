using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Patterns.Costs;
using Postmortems.Domain.Patterns.Curation;
using Postmortems.Domain.Patterns.Meanings;
using Postmortems.PatternEngine;

namespace Postmortems.Domain.Patterns;

/// <summary>
/// Groups the causes of all postmortems, and the fix steps by hand of all incidents, again. Proposed patterns follow the groups and keep
/// their numbers; what would change a confirmed one is only suggested.
/// </summary>
[WithoutActor("Runs as an errand of the product after causes have changed; what comes out is read through an actor.")]
public sealed class RecomputePatterns(IDbContextFactory<PostmortemsDb> databases, EmbeddingsEndpoint endpoint, TimeProvider clock)
{
    /// <summary>Stands in the ledger beside what it decided. Count it up when the same causes would group otherwise.</summary>
    public const string Engine = "words and concepts 5";

    public async Task RunAsync(CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await GroupAsync(db, cancel);
        await transaction.CommitAsync(cancel);
    }

    /// <summary>The same within a transaction that somebody else has begun.</summary>
    internal async Task GroupAsync(PostmortemsDb db, CancellationToken cancel)
    {
        await db.TakeTurnsOverPatternsAsync(cancel);
        var now = clock.GetUtcNow();
        var meanings = await KnownMeanings.ReadAsync(db, endpoint, cancel);
        var patterns = await db.Patterns.ToDictionaryAsync(pattern => pattern.Id, cancel);
        var members = await db.PatternMembers.ToDictionaryAsync(member => member.StatementId, cancel);
        var regrouping = new Regrouping(db, patterns, members, await Rulings.ReadAsync(db, cancel), endpoint.Model, now);
        Grouped[] all = [await regrouping.GroupAsync(ofFixes: false, meanings, cancel), await regrouping.GroupAsync(ofFixes: true, meanings, cancel)];

        await meanings.AskForTheRestAsync(db, now, cancel);
        await Inbox.SuggestAsync(db, all, now, cancel);
        await db.SaveChangesAsync(cancel);

        await PatternWeights.MeasureAsync(db, patterns.Values, now, cancel);
        await Recurrences.ReopenAsync(db, patterns.Values, now, cancel);
        await db.SaveChangesAsync(cancel);
    }
}
