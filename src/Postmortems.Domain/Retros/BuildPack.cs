using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Retros;

/// <summary>Somebody wants the pack now, or anew with what happened since. Nothing that people put in or decided is lost.</summary>
public sealed class BuildPack(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>False when there is no such retro.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.TakeTurnsOverPacksAsync(cancel);

        if (await db.RetroToChangeAsync(actor, number, cancel) is not { } retro)
        {
            return false;
        }

        if (retro.Run is not null)
        {
            throw new RuleBrokenException("retro/begun", "This retro has begun; add what is missing by hand.");
        }

        var now = clock.GetUtcNow();
        await new Pack(db, retro, now).BuildAsync(cancel);
        db.AuditLog.Add(RetroQueries.Noted(actor, "retro/pack-built", retro.Id, retro.Group, now));
        await db.SaveAndTellAsync(number, RetroBell.Step, cancel);
        await transaction.CommitAsync(cancel);
        return true;
    }
}

/// <summary>Builds the packs of retros that meet within three days.</summary>
[WithoutActor("The product's own work three days before a retro; nobody waits for its answer.")]
public sealed class BuildDuePacks(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    public async Task RunAsync(CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.TakeTurnsOverPacksAsync(cancel);
        var now = clock.GetUtcNow();
        var soon = now + Retro.ReadingTime;

        foreach (var retro in await db.Retros.Where(retro => retro.PackBuiltAt == null && retro.MeetsAt <= soon).OrderBy(retro => retro.Number).ToListAsync(cancel))
        {
            await new Pack(db, retro, now).BuildAsync(cancel);
            db.AuditLog.Add(new Ops.AuditEntry(null, "retro/pack-built", retro.Id, retro.Group, now));
            await db.SaveAndTellAsync(retro.Number, RetroBell.Step, cancel);
        }

        await transaction.CommitAsync(cancel);
    }
}
