using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Reviews;

namespace Postmortems.Domain.Writing;

/// <summary>Somebody changes a postmortem's title, its people or the incidents that it is about. Once it is published, readers see that as an amendment.</summary>
public sealed class DescribePostmortem(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="version">The row version that the form was filled from.</param>
    /// <param name="amendment">What is corrected; asked for once the postmortem is published.</param>
    public async Task<Saved> RunAsync(
        Actor actor, int number, PostmortemDescription description, uint version, string? amendment = null, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.PostmortemToChangeAsync(actor, number, cancel) is not { } postmortem)
        {
            return Saved.NotThere;
        }

        // Asked first: somebody may have published it since the form was shown, and the form would not have asked for an amendment.
        if (db.Entry(postmortem).Property<uint>("Version").CurrentValue != version)
        {
            return Saved.ChangedMeanwhile;
        }

        var known = await IncidentsAsync(db, description, cancel);
        await MustKnowAsync(db, description, cancel);
        var changes = await DescriptionChanges.OfAsync(db, postmortem, description, known, cancel);

        if (changes.Length == 0)
        {
            return Saved.Done;
        }

        var now = clock.GetUtcNow();
        postmortem.Rename(description.Title);
        postmortem.HandTo(description.OwnerId, description.FacilitatorId);
        postmortem.About(known.Values);

        if (postmortem.Publication is not null)
        {
            db.Amendments.Add(new Amendment(postmortem.Id, changes, amendment ?? "", actor.UserId, now));
        }

        db.AuditLog.Add(new AuditEntry(actor.UserId, postmortem.Publication is null ? "postmortem/described" : "postmortem/amended", postmortem.Id, amendment ?? description.Title, now));
        db.Errands.Add(new Errand("patterns/recompute", now));
        return await db.SaveUnlessChangedAsync(postmortem, version, cancel);
    }

    private static async Task<Dictionary<int, Guid>> IncidentsAsync(PostmortemsDb db, PostmortemDescription description, CancellationToken cancel)
    {
        var known = await db.Incidents
            .Where(i => description.Incidents.Contains(i.Number) && i.Deletion == null)
            .ToDictionaryAsync(i => i.Number, i => i.Id, cancel);

        return description.Incidents.FirstOrDefault(number => !known.ContainsKey(number)) is var unknown and > 0
            ? throw new RuleBrokenException("postmortem/unknown-incident", $"There is no incident INC-{unknown}.")
            : known;
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
