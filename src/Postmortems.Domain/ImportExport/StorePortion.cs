using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Formats;

namespace Postmortems.Domain.ImportExport;

/// <summary>Stores some documents of a batch in one transaction.</summary>
internal static class StorePortion
{
    /// <returns>False when the import was stopped, and then nothing of the portion is stored.</returns>
    public static async Task<bool> RunAsync(
        IDbContextFactory<PostmortemsDb> databases, TimeProvider clock, Actor actor, Guid batchId, List<Guid> portion, CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        var batch = await ConfirmImport.LockedAsync(db, batchId, cancel);

        if (batch.IsStopped)
        {
            return false;
        }

        batch.MustNotBeDiscarded();

        var files = await ConfirmImport.Waiting(db, batchId).Where(f => portion.Contains(f.Id)).OrderBy(f => f.Order).ToListAsync(cancel);
        var fingerprints = files.Select(f => f.Fingerprint).ToList();
        var before = await db.ImportFiles
            .Where(f => fingerprints.Contains(f.Fingerprint) && f.PostmortemId != null)
            .ToDictionaryAsync(f => f.Fingerprint, f => f.PostmortemId!.Value, cancel);
        var services = await KnownServices.OfAsync(db, cancel);

        foreach (var file in files)
        {
            if (before.TryGetValue(file.Fingerprint, out var same))
            {
                file.IsTheSameAs(same);
            }
            else
            {
                Store(db, file, await ImportedPictures.OfAsync(db, file, cancel), batch, services, actor.UserId, clock.GetUtcNow());
            }
        }

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }

    private static void Store(PostmortemsDb db, ImportFile file, ImportedPictures pictures, ImportBatch batch, KnownServices services, Guid by, DateTimeOffset at)
    {
        try
        {
            var read = DocumentReader.Read(file.Name, pictures.In(file), batch.Year);

            if (read.Body.Length > Writing.Document.LongestText)
            {
                file.Failed("As Markdown it is longer than a document may be.");
                return;
            }

            if (DocumentReader.IsOwn(file.Text))
            {
                services.BringAlong(db, read);
            }

            var made = new ImportedDocument(read, batch.Zone, services.Ids, by, at);
            db.AddRange(made.Incident, made.Postmortem, made.Document, made.Document.Current);
            pictures.Store(db, made.Postmortem.Id, by, at);
            db.AddRange(made.Entries);
            db.AddRange(made.Causes);
            db.AddRange(made.ActionItems);
            db.AuditLog.Add(new AuditEntry(by, "postmortem/imported", made.Postmortem.Id, file.Name, at));
            file.Became(made.Postmortem.Id, made.Warnings);
        }
        catch (RuleBrokenException broken)
        {
            file.Failed(broken.Message);
        }
    }
}
