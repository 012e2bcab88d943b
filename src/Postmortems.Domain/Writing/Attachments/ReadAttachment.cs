using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Writing.Attachments;

/// <summary>A picture for somebody who may read its postmortem.</summary>
public sealed class ReadAttachment(IDbContextFactory<PostmortemsDb> databases)
{
    /// <param name="known">The fingerprint that the reader has already; then no bytes are read.</param>
    public async Task<ServedAttachment?> RunAsync(Actor actor, Guid id, string? known, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        return await (
            from attachment in db.Attachments
            join postmortem in db.PostmortemsFor(actor) on attachment.PostmortemId equals postmortem.Id
            where attachment.Id == id && attachment.Deletion == null
            select new ServedAttachment(
                attachment.Name,
                attachment.MediaType,
                attachment.Fingerprint,
                attachment.AddedAt,
                attachment.Fingerprint == known ? null : db.AttachmentContents.Where(c => c.AttachmentId == id).Select(c => c.Bytes).Single())).SingleOrDefaultAsync(cancel);
    }
}

/// <param name="Bytes">Null when the reader has them.</param>
public sealed record ServedAttachment(string Name, string MediaType, string Fingerprint, DateTimeOffset AddedAt, byte[]? Bytes);
