using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Writing.Templates;

/// <summary>Somebody changes a template of the team's own. Postmortems that began from it keep the help of their edition.</summary>
public sealed class ChangeTemplate(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="version">The row version that the form was filled from.</param>
    public async Task<Saved> RunAsync(Actor actor, Guid id, TemplateFacts facts, uint version, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.TeamTemplates.SingleOrDefaultAsync(t => t.Id == id && t.Deletion == null, cancel) is not { } template)
        {
            return Saved.NotThere;
        }

        // Asked first: another's edition has the number that this one would take.
        if (db.Entry(template).Property<uint>("Version").CurrentValue != version)
        {
            return Saved.ChangedMeanwhile;
        }

        var now = clock.GetUtcNow();
        template.Tell(facts);
        db.Add(TemplateEdition.Of(template, facts, actor.UserId, now));
        db.AuditLog.Add(new AuditEntry(actor.UserId, "template/changed", id, template.Name, now));
        return await db.SaveUnlessChangedAsync(template, version, cancel);
    }
}
