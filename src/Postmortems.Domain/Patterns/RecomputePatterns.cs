using Microsoft.EntityFrameworkCore;
using Postmortems.PatternEngine;

namespace Postmortems.Domain.Patterns;

/// <summary>
/// Groups the causes of all postmortems again. A pattern keeps its number through this: a group is the pattern that
/// most of its members stood in before.
/// </summary>
[WithoutActor("Runs as an errand of the product after causes have changed; what comes out is read through an actor.")]
public sealed class RecomputePatterns(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <summary>Any number works as long as nothing else takes the same one.</summary>
    private const long OneAtATime = 5_020_260_001;

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
        await db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({OneAtATime})", cancel);

        var causes = await RecurringCauses.ReadAsync(db, cancel);
        var groups = Grouping.Of([.. causes.Values.Select(cause => cause.ToStatement())])
            .Select(group => new GroupOfCauses(group, causes))
            .Where(group => group.Postmortems >= 2)
            .ToList();

        var patterns = await db.Patterns.ToDictionaryAsync(pattern => pattern.Id, cancel);
        var members = await db.PatternMembers.ToDictionaryAsync(member => member.CauseId, cancel);
        var settled = Settle(db, groups, patterns, members);

        await LeaveAsync(db, members.Values.Where(member => !settled.Contains((member.PatternId, member.CauseId))), cancel);
        Fade(patterns.Values.Where(pattern => settled.All(place => place.Pattern != pattern.Id)));

        await db.SaveChangesAsync(cancel);
    }

    /// <summary>Gives each group its pattern and each cause its place.</summary>
    /// <returns>Where every grouped cause now stands.</returns>
    private HashSet<(Guid Pattern, Guid Cause)> Settle(
        PostmortemsDb db, List<GroupOfCauses> groups, Dictionary<Guid, Pattern> patterns, Dictionary<Guid, PatternMember> members)
    {
        var settled = new HashSet<(Guid, Guid)>();

        foreach (var (group, known) in Identity.Of(groups, members))
        {
            var pattern = known is { } id ? patterns[id] : db.Patterns.Add(new Pattern(clock.GetUtcNow())).Entity;
            pattern.Share(group.Name, group.SharedTerms, group.Postmortems);

            foreach (var (cause, member) in group.Members)
            {
                var place = members.GetValueOrDefault(cause.Id);

                if (place?.PatternId != pattern.Id)
                {
                    place = db.PatternMembers.Add(new PatternMember(pattern.Id, cause.Id)).Entity;
                }

                place.Measure(member.Strength, member.SharedTerms, cause.SeenAt);
                settled.Add((pattern.Id, cause.Id));
            }
        }

        return settled;
    }

    /// <summary>First, because a cause that moves must have left before it arrives.</summary>
    private static async Task LeaveAsync(PostmortemsDb db, IEnumerable<PatternMember> leaving, CancellationToken cancel)
    {
        var causes = new List<Guid>();

        foreach (var member in leaving)
        {
            db.Entry(member).State = EntityState.Detached;
            causes.Add(member.CauseId);
        }

        await db.PatternMembers.Where(member => causes.Contains(member.CauseId)).ExecuteDeleteAsync(cancel);
    }

    private void Fade(IEnumerable<Pattern> empty)
    {
        foreach (var pattern in empty)
        {
            pattern.Fade(clock.GetUtcNow());
        }
    }
}
