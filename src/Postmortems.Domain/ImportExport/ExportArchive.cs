using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Attachments;
using Postmortems.Domain.Writing.Live;
using Postmortems.Formats;

namespace Postmortems.Domain.ImportExport;

/// <summary>Every postmortem that is not deleted, as files for Git: names never change, and the same data is the same bytes.</summary>
public sealed class ExportArchive(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    private const int Together = 25;

    /// <summary>What these blocks show belongs to the postmortem; the others show what other postmortems and people's accounts say.</summary>
    private static readonly string[] Blocks = [LiveBlock.Timeline, LiveBlock.Causes, LiveBlock.ActionItems, LiveBlock.Impact];

    /// <param name="server">Where this product is, for links to pictures that are not in the archive.</param>
    /// <returns>A zip file on disk, so that an archive of any size needs little memory. It is gone when it is closed.</returns>
    public async Task<Stream> RunAsync(Actor actor, string server, CancellationToken cancel = default)
    {
        actor.MustEdit();

        var archive = new FileStream(Path.GetTempFileName(), FileMode.Create, FileAccess.ReadWrite, FileShare.None, bufferSize: 81_920, FileOptions.Asynchronous | FileOptions.DeleteOnClose);

        try
        {
            await WriteAsync(actor, archive, server, cancel);
            archive.Position = 0;
            return archive;
        }
        catch
        {
            await archive.DisposeAsync();
            throw;
        }
    }

    private async Task WriteAsync(Actor actor, Stream into, string server, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var zip = await ZipArchive.CreateAsync(into, ZipArchiveMode.Create, leaveOpen: true, entryNameEncoding: null, cancel);
        var written = new HashSet<string>();
        var after = 0;

        while (await db.ArchivedAsync(db.PostmortemsFor(actor).Where(p => p.Deletion == null && p.Number > after).OrderBy(p => p.Number).Take(Together), cancel) is { Count: > 0 } some)
        {
            await WriteAsync(db, zip, actor, some, written, server, cancel);
            after = some[^1].Postmortem.Number;
        }
    }

    private async Task WriteAsync(
        PostmortemsDb db, ZipArchive zip, Actor actor, IReadOnlyList<ArchivedPostmortem> some, HashSet<string> written, string server, CancellationToken cancel)
    {
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var texts = some.Select(one => (one, Text: DocumentWriter.Markdown(WrittenPostmortem.Of(one, BodyOf(one, today))))).ToList();
        var linked = texts.SelectMany(one => PictureLinks.Of(one.Text)).Distinct().ToList();
        var pictures = await db.PicturesAsync(actor, linked, cancel);

        foreach (var (one, text) in texts)
        {
            var linkedText = PictureLinks.Replace(text, (id, address) => pictures.TryGetValue(id, out var picture) ? picture.Path : server + address);
            await zip.AddAsync($"PM-{one.Postmortem.Number}.md", Encoding.UTF8.GetBytes(linkedText), CompressionLevel.Optimal, one.Document.WrittenAt, cancel);
        }

        await zip.AddAsync(db, pictures, written, cancel);
    }

    /// <summary>A date in each file would change every file every day, so the blocks say when the text was last written, here or where it came from.</summary>
    private static string BodyOf(ArchivedPostmortem one, DateOnly today)
    {
        var day = DateOnly.FromDateTime(one.Document.WrittenAt.UtcDateTime);

        return WrittenOut.Of(one.ToView(), one.ToFacts(), day > today ? today : day, Blocks, keepsDays: one.Document.Version == 1);
    }
}
