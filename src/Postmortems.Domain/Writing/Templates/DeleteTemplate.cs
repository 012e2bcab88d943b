using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Writing.Templates;

/// <summary>Takes a template of the team's own out of sight. Postmortems that began from it keep its help.</summary>
public sealed class DeleteTemplate(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>Its name, or null when there is no such template.</returns>
    public async Task<string?> RunAsync(Actor actor, Guid id, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var template = await db.TeamTemplates.SingleOrDefaultAsync(t => t.Id == id, cancel);

        if (template is { Deletion: null })
        {
            var now = clock.GetUtcNow();
            template.Delete(actor.UserId, now);
            db.AuditLog.Add(new AuditEntry(actor.UserId, "template/deleted", id, template.Name, now));
            await db.SaveChangesAsync(cancel);
        }

        return template?.Name;
    }
}
