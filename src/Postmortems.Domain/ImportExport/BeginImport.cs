using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing.Attachments;
using Postmortems.Formats;

namespace Postmortems.Domain.ImportExport;

/// <summary>Somebody drops documents. They are read and kept; nothing else is stored before it is confirmed.</summary>
public sealed class BeginImport(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    private const int MostTogether = 50;
    private const int LongestTogether = 8_000_000;

    /// <param name="id">Made when the form was shown.</param>
    /// <returns>The batch, or null when its form was sent before.</returns>
    public async Task<ImportBatch?> RunAsync(Actor actor, Guid id, IReadOnlyList<DroppedFile> files, CancellationToken cancel = default)
    {
        actor.MustEdit();
        Check(files);

        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.ImportBatches.AnyAsync(b => b.Id == id, cancel))
        {
            return null;
        }

        var batch = new ImportBatch(id, actor.UserId, clock.GetUtcNow());
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        var shown = new HashSet<string>(StringComparer.Ordinal);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        db.Add(batch);

        foreach (var some in Portions(new UnpackedFiles().Of(files).Index().Select(dropped => Read(batch.Id, dropped.Item, dropped.Index, seen, shown))))
        {
            db.AddRange(some);
            await db.SaveChangesAsync(cancel);
            db.ChangeTracker.Clear();
        }

        await RefuseAsync(db.PicturesOf(batch.Id).Where(f => !shown.Contains(f.Name)), cancel);

        await transaction.CommitAsync(cancel);
        return batch;
    }

    private static void Check(IReadOnlyList<DroppedFile> files)
    {
        if (files.Count == 0)
        {
            throw new RuleBrokenException("import/no-file", "Choose at least one document: Markdown, HTML or plain text.");
        }

        if (files.Count > ImportLimits.MostFiles)
        {
            throw new RuleBrokenException("import/too-many", $"These are {files.Count:N0} files; one import takes {ImportLimits.MostFiles:N0}. Import the folder in parts.");
        }

        if (files.Sum(file => (long)file.Bytes.Length) > ImportLimits.LargestImport)
        {
            throw new RuleBrokenException("import/too-large", $"Together these files are larger than {ImportLimits.LargestImport / 1_000_000} MB. Import the folder in parts.");
        }
    }

    /// <summary>Few enough at a time that their texts do not fill the memory.</summary>
    private static IEnumerable<List<ImportFile>> Portions(IEnumerable<ImportFile> files)
    {
        var portion = new List<ImportFile>();
        var length = 0;

        foreach (var file in files)
        {
            portion.Add(file);
            length += file.Text.Length;

            if (portion.Count == MostTogether || length > LongestTogether)
            {
                yield return portion;
                portion = [];
                length = 0;
            }
        }

        if (portion.Count > 0)
        {
            yield return portion;
        }
    }

    /// <summary>A picture is listed where no document takes it along.</summary>
    private static async Task RefuseAsync(IQueryable<ImportFile> pictures, CancellationToken cancel) =>
        await pictures.ExecuteUpdateAsync(
            set => set.SetProperty(f => f.Text, "").SetProperty(f => f.Fingerprint, "").SetProperty(f => f.Problem, "This is a picture, and no document here shows it. Drop it together with the document."),
            cancel);

    /// <param name="shown">Paths of pictures that documents show.</param>
    private static ImportFile Read(Guid batchId, DroppedFile dropped, int order, Dictionary<string, string> seen, HashSet<string> shown)
    {
        var name = FileNames.Plain(dropped.Name);

        if (dropped.Problem is null && Picture.Of(dropped.Bytes) is not null)
        {
            return new ImportFile(batchId, name, order, dropped.Bytes);
        }

        var text = FileText.Of(dropped);

        if (text.Problem is { } problem)
        {
            return new ImportFile(batchId, name, order, problem);
        }

        var fingerprint = FileText.Fingerprint(text.Text);
        shown.UnionWith(LinkedPictures.In(name, text.Text));

        return seen.TryAdd(fingerprint, name)
            ? new ImportFile(batchId, name, order, text.Text, fingerprint, WrittenMoments.LackedBy(DocumentReader.Read(name, text.Text)), text.Warning is { } warning ? [warning] : [])
            : new ImportFile(batchId, name, order, $"The same text as {seen[fingerprint]} in this import.");
    }
}
