using System.IO.Compression;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.ImportExport;

/// <summary>Puts documents and pictures into a zip file.</summary>
internal static class ArchiveEntries
{
    /// <returns>Those that the actor may see and that are not deleted.</returns>
    public static Task<Dictionary<Guid, ExportedPicture>> PicturesAsync(this PostmortemsDb db, Actor actor, IReadOnlyList<Guid> linked, CancellationToken cancel) => (
        from attachment in db.Attachments
        join postmortem in db.PostmortemsFor(actor) on attachment.PostmortemId equals postmortem.Id
        where linked.Contains(attachment.Id) && attachment.Deletion == null
        select new ExportedPicture(attachment.Id, attachment.Name, attachment.MediaType, attachment.Fingerprint)).ToDictionaryAsync(picture => picture.Id, cancel);

    /// <param name="written">Paths that are in the archive; the same picture may belong to two postmortems.</param>
    public static async Task AddAsync(this ZipArchive zip, PostmortemsDb db, Dictionary<Guid, ExportedPicture> pictures, HashSet<string> written, CancellationToken cancel)
    {
        var ids = pictures.Values.Where(picture => !written.Contains(picture.Path)).Select(picture => picture.Id).ToList();

        await foreach (var content in db.AttachmentContents.AsNoTracking().Where(c => ids.Contains(c.AttachmentId)).AsAsyncEnumerable().WithCancellation(cancel))
        {
            if (written.Add(pictures[content.AttachmentId].Path))
            {
                await zip.AddAsync(pictures[content.AttachmentId].Path, content.Bytes, CompressionLevel.NoCompression, writtenAt: null, cancel);
            }
        }
    }

    public static async Task AddAsync(this ZipArchive zip, string name, byte[] bytes, CompressionLevel level, DateTimeOffset? writtenAt, CancellationToken cancel)
    {
        var entry = zip.CreateEntry(name, level);
        entry.LastWriteTime = writtenAt ?? entry.LastWriteTime;
        await using var content = await entry.OpenAsync(cancel);
        await content.WriteAsync(bytes, cancel);
    }
}
