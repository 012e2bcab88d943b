using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Retros;

/// <summary>Somebody moves a retro, or asks somebody else to lead it, before it begins.</summary>
public sealed class ReviseRetro(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="version">The row version that the writer saw.</param>
    public async Task<Saved> RunAsync(Actor actor, int number, uint version, RetroFacts facts, CancellationToken cancel = default)
    {
        Zones.Get(facts.Zone);
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.RetroToChangeAsync(actor, number, cancel) is not { } retro)
        {
            return Saved.NotThere;
        }

        var now = clock.GetUtcNow();
        retro.Plan(facts);
        db.AuditLog.Add(RetroQueries.Noted(actor, "retro/revised", retro.Id, retro.Group, now));

        if (retro.PackBuiltAt is null)
        {
            db.Errands.Add(new Errand(Errand.BuildRetroPacks, PlanRetro.Later(facts.MeetsAt - Retro.ReadingTime, now)));
        }

        return await db.SaveUnlessChangedAsync(retro, version, cancel);
    }
}
