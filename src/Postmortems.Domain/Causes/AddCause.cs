using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Causes;

/// <summary>Somebody names a contributing cause.</summary>
public sealed class AddCause(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="id">Made when the form was shown, so that sending it twice adds one cause.</param>
    /// <returns>The cause's statement, or null when there is no such postmortem.</returns>
    public async Task<Stored<string>?> RunAsync(Actor actor, int number, Guid id, CauseStatement statement, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.PostmortemToChangeAsync(actor, number, cancel) is not { } postmortem)
        {
            return null;
        }

        var now = clock.GetUtcNow();

        return await db.StoreOnceAsync(
            new SentForm(id, new { number, statement }, now), db.Causes.Where(cause => cause.Id == id).Select(cause => cause.Statement), StoreAsync, cancel);

        async Task<string> StoreAsync()
        {
            var last = await db.Causes.Where(c => c.PostmortemId == postmortem.Id).MaxAsync(c => (int?)c.Order, cancel) ?? -1;
            var cause = new Cause(postmortem.Id, statement.Statement, statement.Role, last + 1, actor.UserId, now, id);
            statement.SayOf(cause);

            db.Causes.Add(cause);
            db.AuditLog.Add(new AuditEntry(actor.UserId, "cause/added", cause.Id, cause.Statement, now));
            db.AmendIfPublished(postmortem, $"Added: “{cause.Statement}”", actor.UserId, now);
            db.Errands.Add(new Errand("patterns/recompute", now));
            await db.SaveChangesAsync(cancel);
            return cause.Statement;
        }
    }
}
