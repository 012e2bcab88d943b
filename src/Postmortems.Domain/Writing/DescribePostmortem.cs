using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Writing;

/// <summary>Somebody changes a postmortem's title, its people or the incidents that it is about.</summary>
public sealed class DescribePostmortem(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    public async Task<DescribeOutcome> RunAsync(Actor actor, int number, PostmortemDescription description, uint version, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.PostmortemToChangeAsync(actor, number, cancel) is not { } postmortem)
        {
            return DescribeOutcome.NotThere;
        }

        db.Entry(postmortem).Property<uint>("Version").OriginalValue = version;
        var now = clock.GetUtcNow();
        var known = await db.Incidents
            .Where(i => description.Incidents.Contains(i.Number) && i.Deletion == null)
            .ToDictionaryAsync(i => i.Number, i => i.Id, cancel);

        if (description.Incidents.FirstOrDefault(number => !known.ContainsKey(number)) is var unknown and > 0)
        {
            throw new RuleBrokenException("postmortem/unknown-incident", $"There is no incident INC-{unknown}.");
        }

        await MustKnowAsync(db, description, cancel);
        postmortem.Rename(description.Title);
        postmortem.HandTo(description.OwnerId, description.FacilitatorId);
        postmortem.About(known.Values);
        db.AuditLog.Add(new AuditEntry(actor.UserId, "postmortem/described", postmortem.Id, description.Title, now));
        db.Errands.Add(new Errand("patterns/recompute", now));

        try
        {
            await db.SaveChangesAsync(cancel);
            return DescribeOutcome.Done;
        }
        catch (DbUpdateConcurrencyException)
        {
            return DescribeOutcome.ChangedMeanwhile;
        }
    }

    private static async Task MustKnowAsync(PostmortemsDb db, PostmortemDescription description, CancellationToken cancel)
    {
        var people = await db.Users
            .Where(user => user.Id == description.OwnerId || user.Id == description.FacilitatorId)
            .Select(user => user.Id)
            .ToListAsync(cancel);

        if (!people.Contains(description.OwnerId))
        {
            throw new RuleBrokenException("postmortem/owner", "Choose an owner from the list.");
        }

        if (description.FacilitatorId is { } facilitator && !people.Contains(facilitator))
        {
            throw new RuleBrokenException("postmortem/facilitator", "Choose a facilitator from the list.");
        }
    }
}

/// <param name="Incidents">Their numbers.</param>
public sealed record PostmortemDescription(string Title, Guid OwnerId, Guid? FacilitatorId, IReadOnlyList<int> Incidents);

public enum DescribeOutcome
{
    Done,
    NotThere,
    ChangedMeanwhile,
}
