using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Formats;

namespace Postmortems.Domain.ImportExport;

/// <summary>What was understood of some documents of a batch, and one of them beside its source.</summary>
public sealed class ReadImport(IDbContextFactory<PostmortemsDb> databases)
{
    public const int PageSize = 50;

    /// <param name="after">Order of the last row of the page before; -1 for the first page.</param>
    /// <param name="chosen">The document shown beside its source; null takes the first that can be imported.</param>
    public async Task<ImportView?> RunAsync(Actor actor, Guid batchId, int after = -1, Guid? chosen = null, CancellationToken cancel = default)
    {
        actor.MustEdit();

        await using var db = await databases.CreateDbContextAsync(cancel);
        var batch = await db.ImportBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == batchId, cancel);

        if (batch is null)
        {
            return null;
        }

        var files = db.DocumentsOf(batchId).AsNoTracking();
        var rows = await RowsAsync(db, batch, files.Where(f => f.Order > after).OrderBy(f => f.Order).Take(PageSize + 1), cancel);
        var shown = rows.Take(PageSize).ToList();
        var beside = chosen is { } id
            ? rows.Find(row => row.Id == id) ?? (await RowsAsync(db, batch, files.Where(f => f.Id == id), cancel)).SingleOrDefault()
            : shown.Find(row => row.Read is not null);

        return new ImportView(batch, await CountAsync(db, batchId, cancel), shown, rows.Count > PageSize ? shown[^1].Order : null, beside);
    }

    private static async Task<List<ImportRow>> RowsAsync(PostmortemsDb db, ImportBatch batch, IQueryable<ImportFile> files, CancellationToken cancel)
    {
        var rows = await files.Select(f => new
        {
            f.Id,
            f.Order,
            f.Name,
            f.Text,
            f.IsLeftOut,
            f.Problem,
            f.Warnings,
            Number = db.Postmortems.Where(p => p.Id == f.PostmortemId).Select(p => (int?)p.Number).SingleOrDefault(),
            Same = (from other in db.ImportFiles
                    join postmortem in db.Postmortems on other.PostmortemId equals postmortem.Id
                    where other.Fingerprint == f.Fingerprint && other.Id != f.Id
                    select (int?)postmortem.Number).FirstOrDefault(),
        }).ToListAsync(cancel);

        return [.. rows.Select(row => new ImportRow(
            row.Id, row.Order, row.Name, row.Text, row.IsLeftOut, row.Problem, row.Warnings, row.Number, row.Same, row.Text.Length > 0 ? DocumentReader.Read(row.Name, row.Text, batch.Year) : null))];
    }

    private static Task<ImportCounts> CountAsync(PostmortemsDb db, Guid batchId, CancellationToken cancel) =>
        db.DocumentsOf(batchId)
            .GroupBy(_ => 1)
            .Select(all => new ImportCounts(
                all.Count(),
                all.Count(f => f.Problem != null),
                all.Count(f => f.IsLeftOut),
                all.Count(f => f.PostmortemId != null),
                all.Count(f => f.PostmortemId == null && f.Problem == null && db.ImportFiles.Any(o => o.Fingerprint == f.Fingerprint && o.PostmortemId != null)),
                all.Count(f => f.LacksZone),
                all.Count(f => f.LacksYear)))
            .SingleAsync(cancel);
}

/// <param name="Next">Key of the next page; null on the last one.</param>
public sealed record ImportView(ImportBatch Batch, ImportCounts Counts, IReadOnlyList<ImportRow> Rows, int? Next, ImportRow? Beside);

/// <param name="Known">The same text was imported before.</param>
public sealed record ImportCounts(int All, int Refused, int LeftOut, int Imported, int Known, int LackZone, int LackYear)
{
    public int Waiting => Math.Max(0, All - Refused - LeftOut - Imported - Known);

    /// <summary>All files were refused, or were imported before.</summary>
    public bool HoldNothing => Waiting + LeftOut == 0;
}

/// <param name="Number">Of the postmortem that it became.</param>
/// <param name="SameAs">Number of the postmortem that the same text became earlier.</param>
/// <param name="Read">Null for a file that is no document.</param>
public sealed record ImportRow(
    Guid Id, int Order, string Name, string Text, bool IsLeftOut, string? Problem, IReadOnlyList<string> Notes, int? Number, int? SameAs, ReadDocument? Read);
