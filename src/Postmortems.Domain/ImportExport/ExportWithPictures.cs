using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Attachments;

namespace Postmortems.Domain.ImportExport;

/// <summary>A postmortem as an archive: the Markdown file, and beside it a folder with the pictures that it shows.</summary>
public sealed class ExportWithPictures(ExportPostmortem export, IDbContextFactory<PostmortemsDb> databases)
{
    /// <param name="server">Where this product is, for links to pictures that the actor may not see.</param>
    /// <returns>Null when the actor sees no such postmortem. The archive is a file, because pictures may be large, and is gone when it is closed.</returns>
    public async Task<Stream?> RunAsync(Actor actor, int number, string server, CancellationToken cancel = default)
    {
        if (await export.RunAsync(actor, number, server: "", cancel: cancel) is not { } text)
        {
            return null;
        }

        await using var db = await databases.CreateDbContextAsync(cancel);
        var pictures = await db.PicturesAsync(actor, PictureLinks.Of(text), cancel);
        var document = PictureLinks.Replace(text, (id, address) => pictures.TryGetValue(id, out var picture) ? picture.Path : server + address);
        var archive = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 81_920, FileOptions.Asynchronous | FileOptions.DeleteOnClose);

        try
        {
            await WriteAsync(db, archive, $"PM-{number}.md", document, pictures, cancel);
            archive.Position = 0;
            return archive;
        }
        catch
        {
            await archive.DisposeAsync();
            throw;
        }
    }

    private static async Task WriteAsync(PostmortemsDb db, Stream archive, string name, string document, Dictionary<Guid, ExportedPicture> pictures, CancellationToken cancel)
    {
        await using var zip = await ZipArchive.CreateAsync(archive, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel);
        await zip.AddAsync(name, Encoding.UTF8.GetBytes(document), CompressionLevel.Optimal, writtenAt: null, cancel);
        await zip.AddAsync(db, pictures, [], cancel);
    }
}
