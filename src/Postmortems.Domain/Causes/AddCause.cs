using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Causes;

/// <summary>Somebody names a contributing cause.</summary>
public sealed class AddCause(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="id">Made when the form was shown, so that sending it twice adds one cause.</param>
    /// <returns>False when there is no such postmortem.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, Guid id, CauseStatement statement, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.PostmortemToChangeAsync(actor, number, cancel) is not { } postmortem)
        {
            return false;
        }

        if (await db.Causes.AnyAsync(c => c.Id == id, cancel))
        {
            return true;
        }

        var now = clock.GetUtcNow();
        var last = await db.Causes.Where(c => c.PostmortemId == postmortem.Id).MaxAsync(c => (int?)c.Order, cancel) ?? -1;
        var cause = new Cause(postmortem.Id, statement.Statement, statement.Role, last + 1, actor.UserId, now, id);
        statement.SayOf(cause);

        db.Causes.Add(cause);
        db.AuditLog.Add(new AuditEntry(actor.UserId, "cause/added", cause.Id, cause.Statement, now));
        db.Errands.Add(new Errand("patterns/recompute", now));
        await db.SaveChangesAsync(cancel);
        return true;
    }
}
