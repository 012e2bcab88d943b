using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Writing.Together;

internal static class DocumentQueries
{
    private const int MostRowsAtOnce = 500;

    /// <summary>For changing, tracked; nobody else writes it until the transaction ends.</summary>
    public static async Task<Document> DocumentAloneAsync(this PostmortemsDb db, Guid postmortem, CancellationToken cancel)
    {
        var document = await db.Documents.FromSql($"SELECT * FROM documents WHERE postmortem_id = {postmortem} FOR UPDATE").SingleAsync(cancel);
        await db.CatchUpAsync([document], cancel);
        return document;
    }

    /// <summary>For reading.</summary>
    public static async Task<Document> DocumentAsync(this PostmortemsDb db, Guid postmortem, CancellationToken cancel)
    {
        var document = await db.Documents.AsNoTracking().SingleAsync(d => d.PostmortemId == postmortem, cancel);
        await db.CatchUpAsync([document], cancel);
        return document;
    }

    /// <summary>Reads what was typed since their texts were stored, in one command for all of them and in none where nothing was.</summary>
    public static async Task CatchUpAsync(this PostmortemsDb db, IReadOnlyCollection<Document> documents, CancellationToken cancel)
    {
        var behind = documents.Where(document => document.Version > document.KeptVersion).ToList();

        if (behind.Count == 0)
        {
            return;
        }

        var ids = behind.Select(document => document.PostmortemId).ToArray();
        var from = behind.Select(document => document.KeptVersion).ToArray();
        var to = behind.Select(document => document.Version).ToArray();

        // What was accepted stays as it is, so it fits the versions that were read, however many were added since.
        var typed = await db.DocumentChanges
            .FromSql($"SELECT c.* FROM unnest({ids}, {from}, {to}) AS behind (id, kept, newest) JOIN document_changes c ON c.postmortem_id = behind.id AND c.version > behind.kept AND c.version <= behind.newest")
            .AsNoTracking()
            .ToListAsync(cancel);
        var of = typed.ToLookup(change => change.PostmortemId);

        behind.ForEach(document => document.CatchUp([.. of[document.PostmortemId].OrderBy(change => change.Version)]));
    }

    public static Task<List<DocumentChange>> ChangesAfterAsync(this PostmortemsDb db, Guid postmortem, int version, CancellationToken cancel) =>
        db.DocumentChanges.AsNoTracking().Where(c => c.PostmortemId == postmortem && c.Version > version).OrderBy(c => c.Version).ToListAsync(cancel);

    /// <summary>Heard when the transaction commits, by every instance.</summary>
    public static Task RingAsync(this PostmortemsDb db, int number, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_notify({DocumentBell.Name}, {number}::text)", cancel);

    /// <summary>So many at most at once; a row without a change where nothing is newer.</summary>
    public static IQueryable<ChangeRow?> ChangeRowsAfter(this PostmortemsDb db, IQueryable<Postmortem> seen, int number, int after) =>
        (from postmortem in seen
         where postmortem.Number == number
         from change in db.DocumentChanges.Where(c => c.PostmortemId == postmortem.Id && c.Version > after).DefaultIfEmpty()
         orderby change.Version
         select change == null ? null : new ChangeRow(change.Version, change.Client, change.Sequence, db.Users.Where(u => u.Id == change.By).Select(u => u.DisplayName).First(), change.Changes))
        .Take(MostRowsAtOnce);

    /// <returns>Null when there was no such version.</returns>
    public static async Task<string?> TextAtAsync(this PostmortemsDb db, Guid postmortem, int version, CancellationToken cancel)
    {
        var kept = await db.DocumentVersions
            .Where(v => v.PostmortemId == postmortem && v.Version <= version)
            .OrderByDescending(v => v.Version)
            .Select(v => new { v.Version, v.Text })
            .FirstOrDefaultAsync(cancel);

        if (kept is null)
        {
            return null;
        }

        var changes = await db.DocumentChanges
            .Where(c => c.PostmortemId == postmortem && c.Version > kept.Version && c.Version <= version)
            .OrderBy(c => c.Version)
            .Select(c => c.Changes)
            .ToListAsync(cancel);

        return changes.Count == version - kept.Version
            ? DocumentBuffer.TextAfter(kept.Text, changes)
            : null;
    }
}
