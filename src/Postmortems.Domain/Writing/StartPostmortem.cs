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
    public async Task<Stored<int>> RunAsync(Actor actor, PostmortemStart start, CancellationToken cancel = default)
    {
        actor.MustEdit();

        await using var db = await databases.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();

        return await db.StoreOnceAsync(
            new SentForm(start.Id, start, now), db.Postmortems.Where(p => p.Id == start.Id).Select(p => p.Number), () => StoreAsync(db, actor, start, now, cancel), cancel);
    }

    private static async Task<int> StoreAsync(PostmortemsDb db, Actor actor, PostmortemStart start, DateTimeOffset now, CancellationToken cancel)
    {
        var (template, edition) = await TemplateQueries.ChosenAsync(db, start.Template, cancel);
        var facts = await KnownFactsQuery.OfAsync(db, start.IncidentIds, cancel);
        var people = await PeopleOf(db, start, cancel);

        var postmortem = new Postmortem(start.Title, template.Key, start.OwnerId, facts.Keys, now, actor.UserId, start.Id);
        postmortem.HandTo(start.OwnerId, start.FacilitatorId);

        if (edition is not null)
        {
            postmortem.BeganFrom(edition.TemplateId, edition.Edition);
        }

        var document = new Document(postmortem.Id, Draft.Of(template, [.. facts.Values], people), actor.UserId, now);

        db.Add(postmortem);
        db.Add(document);
        db.Add(document.Current);
        db.AuditLog.Add(new AuditEntry(actor.UserId, "postmortem/started", postmortem.Id, template.Key, now));
        await db.SaveChangesAsync(cancel);
        return postmortem.Number;
    }

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
