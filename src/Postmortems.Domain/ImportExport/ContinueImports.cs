using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.ImportExport;

/// <summary>Goes on with imports that were accepted and are not done, where they stand.</summary>
[WithoutActor("Each import goes on in the name of the person who accepted it.")]
public sealed class ContinueImports(IDbContextFactory<PostmortemsDb> databases, ConfirmImport confirm)
{
    public async Task RunAsync(CancellationToken cancel = default)
    {
        foreach (var running in await RunningAsync(cancel))
        {
            await confirm.RunAsync(new Actor(running.By, Role.Editor), running.Id, new ToldForAll(running.Zone, running.Year), cancel);
        }
    }

    private async Task<List<Running>> RunningAsync(CancellationToken cancel)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.ImportBatches
            .Where(b => b.BegunAt != null && b.ConfirmedAt == null && b.DiscardedAt == null)
            .OrderBy(b => b.BegunAt)
            .Select(b => new Running(b.Id, b.BegunBy!.Value, b.Zone, b.Year))
            .ToListAsync(cancel);
    }

    private sealed record Running(Guid Id, Guid By, string? Zone, int? Year);
}
