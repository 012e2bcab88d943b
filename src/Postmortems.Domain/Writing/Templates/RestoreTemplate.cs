using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Writing.Templates;

/// <summary>Brings a deleted template back.</summary>
public sealed class RestoreTemplate(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>Its name, or null when there is no such template.</returns>
    public async Task<string?> RunAsync(Actor actor, Guid id, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var template = await db.TeamTemplates.SingleOrDefaultAsync(t => t.Id == id, cancel);

        if (template is { Deletion: not null })
        {
            var now = clock.GetUtcNow();
            template.Restore();
            db.AuditLog.Add(new AuditEntry(actor.UserId, "template/restored", id, template.Name, now));
            await db.SaveChangesAsync(cancel);
        }

        return template?.Name;
    }
}
