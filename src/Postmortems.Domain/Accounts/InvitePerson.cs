using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Accounts;

/// <summary>An administrator makes a link with which one person can make an account.</summary>
public sealed class InvitePerson(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="id">Made with the form, so that sending it twice makes one invitation.</param>
    /// <returns>The secret of the link. It is not kept and cannot be shown again.</returns>
    public async Task<string> RunAsync(Actor actor, Guid id, Role role, string note, CancellationToken cancel = default)
    {
        actor.MustAdminister();
        var now = clock.GetUtcNow();
        var secret = Secret.New();
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.Invitations.SingleOrDefaultAsync(i => i.Id == id, cancel) is { } made)
        {
            made.ShowAgain(Secret.HashOf(secret), now);
        }
        else
        {
            db.Invitations.Add(new Invitation(id, Secret.HashOf(secret), role, note, actor.UserId, now));
            db.AuditLog.Add(new AuditEntry(actor.UserId, "invitation/made", id, note.Trim().Length == 0 ? $"{role}" : $"{role}: {note.Trim()}", now));
        }

        await db.SaveChangesAsync(cancel);
        return secret;
    }
}
