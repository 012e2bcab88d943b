using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Writing.Attachments;

/// <summary>Brings a deleted picture back, under the same address.</summary>
public sealed class RestoreAttachment(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    public async Task<bool> RunAsync(Actor actor, int number, Guid id, CancellationToken cancel = default)
    {
        actor.MustEdit();

        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var attachments = db.Attachments.Where(a => a.Id == id && a.Deletion != null);

        if (await attachments.SingleOrDefaultAsync(a => db.Postmortems.Any(p => p.Id == a.PostmortemId && p.Number == number && p.Deletion == null), cancel) is not { } attachment)
        {
            return false;
        }

        var now = clock.GetUtcNow();
        await db.OneAtATimeAsync(attachment.PostmortemId, cancel);
        await db.MustHaveRoomAsync(attachment.PostmortemId, attachment.Size, cancel);
        attachment.Restore();
        db.AuditLog.Add(new AuditEntry(actor.UserId, "attachment/restored", attachment.Id, attachment.Name, now));
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}
