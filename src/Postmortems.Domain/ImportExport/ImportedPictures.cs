using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Writing.Attachments;
using Postmortems.Formats;

namespace Postmortems.Domain.ImportExport;

/// <summary>Pictures that came beside a document and that it shows become its own.</summary>
internal sealed class ImportedPictures
{
    private readonly Dictionary<string, KeptPicture> byFingerprint = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> addresses = new(StringComparer.Ordinal);
    private long left = Attachment.LargestSum;

    public static async Task<ImportedPictures> OfAsync(PostmortemsDb db, ImportFile document, CancellationToken cancel)
    {
        var pictures = new ImportedPictures();
        var shown = LinkedPictures.In(document.Name, document.Text);

        if (shown.Count > 0)
        {
            var waiting = db.PicturesOf(document.BatchId).AsNoTracking().Where(f => shown.Contains(f.Name)).OrderBy(f => f.Order).AsAsyncEnumerable();

            await foreach (var picture in waiting.WithCancellation(cancel))
            {
                pictures.Take(picture.Name, picture.ToPicture());
            }
        }

        return pictures;
    }

    /// <summary>The document with links to where its pictures will be; the others stay as they are.</summary>
    public string In(ImportFile document) => addresses.Count == 0 ? document.Text : LinkedPictures.Replace(document.Name, document.Text, addresses.GetValueOrDefault);

    public void Store(PostmortemsDb db, Guid postmortem, Guid by, DateTimeOffset at)
    {
        foreach (var (fingerprint, kept) in byFingerprint)
        {
            db.Attachments.Add(new Attachment(kept.Id, postmortem, kept.Name, kept.Picture, kept.Bytes.Length, fingerprint, by, at));
            db.AttachmentContents.Add(new AttachmentContent(kept.Id, kept.Bytes));
        }
    }

    private void Take(string path, byte[] bytes)
    {
        if (addresses.ContainsKey(path) || Picture.Of(bytes) is not { } picture)
        {
            return;
        }

        var kept = WithoutPlace.Of(bytes, picture);
        var fingerprint = Convert.ToHexStringLower(SHA256.HashData(kept));

        if (!byFingerprint.TryGetValue(fingerprint, out var known))
        {
            left -= kept.Length;

            if (left < 0)
            {
                return;
            }

            byFingerprint[fingerprint] = known = new KeptPicture(Guid.CreateVersion7(), ExportedPicture.NameIn(path, fingerprint), picture, kept);
        }

        addresses[path] = $"/attachments/{known.Id}{(picture is { Width: { } width, Height: { } height } ? $"#{width}x{height}" : "")}";
    }

    private sealed record KeptPicture(Guid Id, string Name, Picture Picture, byte[] Bytes);
}
