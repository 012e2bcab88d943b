using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.ImportExport;

/// <summary>Imports documents without a look in between, for programs. Safe to repeat: what was imported is answered, not imported again.</summary>
public sealed class ImportAtOnce(IDbContextFactory<PostmortemsDb> databases, BeginImport begin, ConfirmImport confirm)
{
    /// <returns>One outcome for each file, in order.</returns>
    public async Task<IReadOnlyList<ImportOutcome>> RunAsync(Actor actor, IReadOnlyList<DroppedFile> files, ToldForAll told, CancellationToken cancel = default)
    {
        var id = Guid.CreateVersion7();
        await begin.RunAsync(actor, id, files, cancel);
        await confirm.RunAsync(actor, id, told, cancel);

        await using var db = await databases.CreateDbContextAsync(cancel);
        var outcomes =
            from file in db.DocumentsOf(id)
            orderby file.Order
            from made in db.Postmortems.Where(p => p.Id == (file.PostmortemId ?? file.SameAsId)).DefaultIfEmpty()
            select new ImportOutcome(file.Name, made == null ? null : made.Number, made == null ? null : made.Title, file.SameAsId != null, file.Warnings, file.Problem);

        return await outcomes.ToListAsync(cancel);
    }
}

/// <param name="Number">Of the postmortem that it became, now or earlier; null when it was refused.</param>
public sealed record ImportOutcome(string File, int? Number, string? Title, bool WasImportedBefore, IReadOnlyList<string> Warnings, string? Problem);
