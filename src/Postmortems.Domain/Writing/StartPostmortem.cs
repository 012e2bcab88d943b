using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Writing.Drafts;
using Postmortems.Domain.Writing.Templates;

namespace Postmortems.Domain.Writing;

/// <summary>Somebody begins to write about one or more incidents; the document already holds what is known.</summary>
public sealed class StartPostmortem(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>The number of the new postmortem, or of the one that the same form began before.</returns>
    public async Task<int> RunAsync(Actor actor, PostmortemStart start, CancellationToken cancel = default)
    {
        actor.MustEdit();

        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await NumberOf(db, start.Id, cancel) is { } begunBefore)
        {
            return begunBefore;
        }

        var template = Template.Find(start.Template) ?? throw new RuleBrokenException("postmortem/template", "Choose a template from the list.");
        var now = clock.GetUtcNow();
        var facts = await KnownFactsQuery.OfAsync(db, start.IncidentIds, cancel);
        var people = await PeopleOf(db, start, cancel);

        var postmortem = new Postmortem(start.Title, template.Key, start.OwnerId, facts.Keys, now, actor.UserId, start.Id);
        postmortem.HandTo(start.OwnerId, start.FacilitatorId);
        var document = new Document(postmortem.Id, Draft.Of(template, [.. facts.Values], people), actor.UserId, now);

        db.Add(postmortem);
        db.Add(document);
        db.Add(document.Current);
        db.AuditLog.Add(new AuditEntry(actor.UserId, "postmortem/started", postmortem.Id, template.Key, now));

        try
        {
            await db.SaveChangesAsync(cancel);
        }
        catch (DbUpdateException)
        {
            // The same form was sent twice at once; the other one won.
            db.ChangeTracker.Clear();

            if (await NumberOf(db, start.Id, cancel) is { } other)
            {
                return other;
            }

            throw;
        }

        return postmortem.Number;
    }

    private static Task<int?> NumberOf(PostmortemsDb db, Guid id, CancellationToken cancel) =>
        db.Postmortems.Where(p => p.Id == id).Select(p => (int?)p.Number).SingleOrDefaultAsync(cancel);

    private static async Task<KnownPeople> PeopleOf(PostmortemsDb db, PostmortemStart start, CancellationToken cancel)
    {
        var names = await db.Users
            .Where(user => user.Id == start.OwnerId || user.Id == start.FacilitatorId)
            .ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancel);

        if (start.FacilitatorId is { } facilitator && !names.ContainsKey(facilitator))
        {
            throw new RuleBrokenException("postmortem/facilitator", "Choose a facilitator from the list.");
        }

        return names.TryGetValue(start.OwnerId, out var owner)
            ? new KnownPeople(owner, start.FacilitatorId is { } id ? names.GetValueOrDefault(id) : null)
            : throw new RuleBrokenException("postmortem/owner", "Choose an owner from the list.");
    }
}

/// <param name="Id">Made when the form was shown.</param>
public sealed record PostmortemStart(Guid Id, string Title, string Template, Guid OwnerId, Guid? FacilitatorId, IReadOnlyList<Guid> IncidentIds);
