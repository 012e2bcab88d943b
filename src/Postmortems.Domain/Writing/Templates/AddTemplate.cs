using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Writing.Templates;

/// <summary>Somebody makes a template of the team's own.</summary>
public sealed class AddTemplate(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="id">Made with the form, so that sending it twice adds one template.</param>
    /// <returns>Its id.</returns>
    public async Task<Stored<Guid>> RunAsync(Actor actor, Guid id, TemplateFacts facts, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();

        return await db.StoreOnceAsync(new SentForm(id, facts, now), db.TeamTemplates.Where(t => t.Id == id).Select(t => t.Id), StoreAsync, cancel);

        async Task<Guid> StoreAsync()
        {
            var template = new TeamTemplate(id, facts, actor.UserId, now);
            db.Add(template);
            db.Add(TemplateEdition.Of(template, facts, actor.UserId, now));
            db.AuditLog.Add(new AuditEntry(actor.UserId, "template/added", id, template.Name, now));
            await db.SaveChangesAsync(cancel);
            return id;
        }
    }
}
