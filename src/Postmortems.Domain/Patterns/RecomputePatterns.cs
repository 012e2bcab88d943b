using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Patterns.Costs;
using Postmortems.Domain.Patterns.Curation;
using Postmortems.Domain.Patterns.Fixes;
using Postmortems.Domain.Patterns.Meanings;
using Postmortems.PatternEngine;

namespace Postmortems.Domain.Patterns;

/// <summary>
/// Groups the causes of all postmortems again. Proposed patterns follow the groups and keep their numbers; what would change a confirmed
/// one is only suggested.
/// </summary>
[WithoutActor("Runs as an errand of the product after causes have changed; what comes out is read through an actor.")]
public sealed class RecomputePatterns(IDbContextFactory<PostmortemsDb> databases, EmbeddingsEndpoint endpoint, TimeProvider clock)
{
    /// <summary>Stands in the ledger beside what it decided. Count it up when the same causes would group otherwise.</summary>
    public const string Engine = "words and concepts 4";

    private const double TellsMeaning = 0.25;

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

        var meanings = await KnownMeanings.ReadAsync(db, endpoint, cancel);
        var causes = (await RecurringCauses.ReadAsync(db, cancel)).ToDictionary(cause => cause.Key, cause => cause.Value with { Meaning = meanings.Of(cause.Value.Text) });
        var byId = causes.Values.ToDictionary(cause => cause.Id);
        var groups = Grouping.Of([.. causes.Values.Select(cause => cause.ToStatement())])
            .Select(group => new GroupOfCauses(group, causes))
            .Where(group => group.Postmortems >= 2)
            .ToList();

        var patterns = await db.Patterns.ToDictionaryAsync(pattern => pattern.Id, cancel);
        var members = await db.PatternMembers.ToDictionaryAsync(member => member.CauseId, cancel);
        var before = members.ToDictionary(member => member.Key, member => member.Value.PatternId);
        var placing = new Placing(byId, patterns, before, await Rulings.ReadAsync(db, cancel), () => Found(db, patterns));
        placing.Deal(groups);

        await LeaveAsync(db, [.. members.Values.Where(member => placing.Places.GetValueOrDefault(member.CauseId)?.Pattern.Id != member.PatternId)], byId, cancel);
        Settle(db, placing.Places.Values, members);
        Count(patterns.Values, placing.Places.Values);
        await RepeatedFixes.GroupAsync(db, patterns, meanings, clock.GetUtcNow(), cancel);
        await meanings.AskForTheRestAsync(db, clock.GetUtcNow(), cancel);
        await Inbox.SuggestAsync(db, placing, new Weighing(causes), clock.GetUtcNow(), cancel);
        await db.SaveChangesAsync(cancel);

        await PatternWeights.MeasureAsync(db, patterns.Values, clock.GetUtcNow(), cancel);
        await Recurrences.ReopenAsync(db, patterns.Values, clock.GetUtcNow(), cancel);
        await db.SaveChangesAsync(cancel);
    }

    private Pattern Found(PostmortemsDb db, Dictionary<Guid, Pattern> patterns)
    {
        var pattern = db.Patterns.Add(new Pattern(clock.GetUtcNow())).Entity;
        patterns.Add(pattern.Id, pattern);
        return pattern;
    }

    /// <summary>First, because a cause that moves must have left before it arrives.</summary>
    private async Task LeaveAsync(PostmortemsDb db, List<PatternMember> leaving, Dictionary<Guid, RecurringCause> causes, CancellationToken cancel)
    {
        List<Guid> left = [.. leaving.Select(member => member.CauseId)];

        foreach (var member in leaving)
        {
            var why = causes.ContainsKey(member.CauseId) ? "It is no longer alike enough." : "It was deleted, or is no longer a cause that can recur.";
            db.PatternLedger.Add(new PatternLedgerEntry(member.PatternId, member.CauseId, isIn: false, by: null, why, clock.GetUtcNow()));
            db.Entry(member).State = EntityState.Detached;
        }

        await db.PatternMembers.Where(member => left.Contains(member.CauseId)).ExecuteDeleteAsync(cancel);
    }

    private void Settle(PostmortemsDb db, IEnumerable<CausePlace> places, Dictionary<Guid, PatternMember> members)
    {
        foreach (var place in places)
        {
            var row = members.GetValueOrDefault(place.Cause.Id);

            if (row?.PatternId != place.Pattern.Id)
            {
                row = db.PatternMembers.Add(new PatternMember(place.Pattern.Id, place.Cause.Id)).Entity;
                db.PatternLedger.Add(new PatternLedgerEntry(place.Pattern.Id, place.Cause.Id, isIn: true, by: null, place.Member is null ? "People had put it here; it is back." : "", clock.GetUtcNow())
                    .Because(place.Member?.Strength ?? 0, Why(place.Member)));
            }

            if (place.Member is { } member)
            {
                row.Measure(member.Strength, Why(member), place.Cause.SeenAt);
            }
            else
            {
                row.SeenIn(place.Cause.SeenAt);
            }
        }
    }

    /// <summary>What speaks from outside is told beside the words, and named.</summary>
    private IEnumerable<string> Why(Member? member) =>
        member is null ? [] : member.ByMeaning >= TellsMeaning ? [.. member.SharedTerms, $"meaning, as {endpoint.Model} reads it"] : member.SharedTerms;

    private void Count(IEnumerable<Pattern> patterns, IEnumerable<CausePlace> places)
    {
        var postmortems = places.Select(place => (place.Pattern.Id, place.Cause.PostmortemId)).Distinct().CountBy(place => place.Id).ToDictionary();

        foreach (var pattern in patterns.Where(pattern => !pattern.IsOfFixes))
        {
            pattern.Count(postmortems.GetValueOrDefault(pattern.Id), clock.GetUtcNow());
        }
    }
}
