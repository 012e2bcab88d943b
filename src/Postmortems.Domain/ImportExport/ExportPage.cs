using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Attachments;
using Postmortems.Domain.Writing.Live;

namespace Postmortems.Domain.ImportExport;

/// <summary>What a page of its own about a postmortem holds: its text with the current data of its live blocks, all that is told beside the text, and its pictures.</summary>
public sealed class ExportPage(IDbContextFactory<PostmortemsDb> databases, ReadPostmortem read, ReadLiveFacts facts, TimeProvider clock)
{
    /// <summary>Pictures beyond this stay links, so that a page can be sent by mail and opened.</summary>
    private const int MostPictureBytes = 24_000_000;

    /// <returns>Null when the actor sees no such postmortem.</returns>
    public async Task<ExportedPage?> RunAsync(Actor actor, int number, CancellationToken cancel = default)
    {
        if (await read.RunAsync(actor, number, cancel) is not { } view)
        {
            return null;
        }

        var live = await facts.RunAsync(actor, view, WholeText.WithAllBlocks(view.Document.Text), cancel);
        var today = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var whole = view with { Document = view.Document with { Text = WholeText.Of(view, live) } };
        var body = WrittenOut.Of(whole, live, today, forReading: true);

        return new ExportedPage(view.Head, body, view.Document.Amendments, await PicturesAsync(actor, PictureLinks.Of(body), cancel), today);
    }

    private async Task<Dictionary<Guid, PictureBytes>> PicturesAsync(Actor actor, IReadOnlyList<Guid> linked, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var known = await db.PicturesAsync(actor, linked, cancel);
        var pictures = new Dictionary<Guid, PictureBytes>();
        var left = MostPictureBytes;

        await foreach (var content in db.AttachmentContents.AsNoTracking().Where(c => known.Keys.Contains(c.AttachmentId)).AsAsyncEnumerable().WithCancellation(cancel))
        {
            left -= content.Bytes.Length;

            if (left >= 0)
            {
                pictures[content.AttachmentId] = new PictureBytes(known[content.AttachmentId].MediaType, content.Bytes);
            }
        }

        return pictures;
    }
}

/// <param name="Body">Markdown.</param>
/// <param name="Pictures">By their ids, as far as they are in the page.</param>
public sealed record ExportedPage(PostmortemHead Head, string Body, IReadOnlyList<AmendmentRow> Amendments, IReadOnlyDictionary<Guid, PictureBytes> Pictures, DateOnly On);

public sealed record PictureBytes(string MediaType, byte[] Bytes);
