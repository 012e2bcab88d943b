using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Writing.Roles;

/// <summary>A writer chooses whether readers who had no part in it see roles instead of names.</summary>
public sealed class ShowRoles(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when there is no such postmortem to change.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, bool on, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.PostmortemToChangeAsync(actor, number, cancel) is not { } postmortem)
        {
            return false;
        }

        if (postmortem.ShowsRoles != on)
        {
            postmortem.ShowRoles(on);
            db.AuditLog.Add(new AuditEntry(actor.UserId, on ? "postmortem/shows-roles" : "postmortem/shows-names", postmortem.Id, postmortem.Title, clock.GetUtcNow()));
            await db.SaveChangesAsync(cancel);
        }

        return true;
    }
}
