using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.ImportExport;

/// <summary>Imports that wait for a look, are under way or were stopped on the way, newest first.</summary>
public sealed class ListOpenImports(IDbContextFactory<PostmortemsDb> databases)
{
    private const int Most = 50;

    public async Task<IReadOnlyList<OpenImport>> RunAsync(Actor actor, CancellationToken cancel = default)
    {
        actor.MustEdit();

        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.ImportBatches
            .Where(b => b.ConfirmedAt == null && (b.DiscardedAt == null || b.BegunAt != null))
            .OrderByDescending(b => b.CreatedAt)
            .Take(Most)
            .Select(b => new OpenImport(
                b.Id,
                b.CreatedAt,
                db.Users.Where(u => u.Id == b.CreatedBy).Select(u => u.DisplayName).Single(),
                db.ImportFiles.Count(f => f.BatchId == b.Id && f.Fingerprint != ImportFile.PictureMark),
                db.ImportFiles.Where(f => f.BatchId == b.Id && f.Fingerprint != ImportFile.PictureMark).OrderBy(f => f.Order).Select(f => f.Name).First(),
                b.BegunAt == null ? OpenImportState.Waits : b.DiscardedAt == null ? OpenImportState.Runs : OpenImportState.Stopped,
                db.ImportFiles.Count(f => f.BatchId == b.Id && f.PostmortemId != null)))
            .ToListAsync(cancel);
    }
}

public sealed record OpenImport(Guid Id, DateTimeOffset CreatedAt, string By, int Count, string FirstName, OpenImportState State, int Imported);

public enum OpenImportState
{
    /// <summary>For a look.</summary>
    Waits,
    Runs,
    Stopped,
}
