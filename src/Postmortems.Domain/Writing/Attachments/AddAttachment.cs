using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Writing.Attachments;

/// <summary>Somebody adds a picture to a postmortem. Safe to repeat, and the same bytes stand there once.</summary>
public sealed class AddAttachment(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>Null when there is no such postmortem.</returns>
    public async Task<AddedAttachment?> RunAsync(Actor actor, int number, Guid id, string name, byte[] bytes, CancellationToken cancel = default)
    {
        actor.MustEdit();
        var (picture, kept) = Read(bytes);
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(kept));

        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        if (await db.Postmortems.Where(p => p.Number == number && p.Deletion == null).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(cancel) is not { } postmortem)
        {
            return null;
        }

        await db.OneAtATimeAsync(postmortem, cancel);
        var now = clock.GetUtcNow();

        if (await db.Attachments.FirstOrDefaultAsync(a => a.PostmortemId == postmortem && a.Fingerprint == fingerprint, cancel) is not { } stored)
        {
            await MustBeNewAsync(db, id, cancel);
            await db.MustHaveRoomAsync(postmortem, kept.Length, cancel);
            stored = new Attachment(id, postmortem, name, picture, kept.Length, fingerprint, actor.UserId, now);
            db.Attachments.Add(stored);
            db.AttachmentContents.Add(new AttachmentContent(id, kept));
            db.AuditLog.Add(new AuditEntry(actor.UserId, "attachment/added", id, stored.Name, now));
        }
        else if (stored.Deletion is not null)
        {
            await db.MustHaveRoomAsync(postmortem, stored.Size, cancel);
            stored.Restore();
            db.AuditLog.Add(new AuditEntry(actor.UserId, "attachment/restored", stored.Id, stored.Name, now));
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return AddedAttachment.Of(stored, placeRemoved: kept.Length < bytes.Length);
    }

    private static (Picture Picture, byte[] Kept) Read(byte[] bytes)
    {
        if (bytes.Length > Attachment.LargestFile)
        {
            throw new RuleBrokenException("attachment/too-large", "A picture may have up to 10 MB. Make it smaller, or cut out the part that matters.");
        }

        if (Picture.Of(bytes) is not { } picture)
        {
            throw new RuleBrokenException("attachment/no-picture", "This is no whole PNG, JPEG, GIF, WebP or AVIF picture, so it was not added. Other files can be linked from where they are.");
        }

        return (picture, WithoutPlace.Of(bytes, picture));
    }

    private static async Task MustBeNewAsync(PostmortemsDb db, Guid id, CancellationToken cancel)
    {
        if (await db.Attachments.AnyAsync(a => a.Id == id, cancel))
        {
            throw new RuleBrokenException("attachment/id-taken", "Another picture was sent under this id. Send this one under a new id.");
        }
    }
}

/// <param name="PlaceRemoved">Something beside the picture itself was taken out of the file.</param>
public sealed record AddedAttachment(Guid Id, string Name, int? Width, int? Height, bool PlaceRemoved)
{
    internal static AddedAttachment Of(Attachment stored, bool placeRemoved) => new(stored.Id, stored.Name, stored.Width, stored.Height, placeRemoved);
}
