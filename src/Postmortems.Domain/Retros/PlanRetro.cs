using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Retros;

/// <summary>Somebody plans a retro. Its pack is built by itself three days before it meets.</summary>
public sealed class PlanRetro(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="id">Made with the form, so that sending it twice plans one retro.</param>
    /// <returns>The number of the retro.</returns>
    public async Task<Stored<int>> RunAsync(Actor actor, Guid id, RetroFacts facts, CancellationToken cancel = default)
    {
        actor.MustEdit();
        Zones.Get(facts.Zone);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var now = clock.GetUtcNow();
        return await db.StoreOnceAsync(new SentForm(id, facts, now), db.Retros.Where(retro => retro.Id == id).Select(retro => retro.Number), StoreAsync, cancel);

        async Task<int> StoreAsync()
        {
            var group = facts.Group.Trim();
            var last = await db.RetrosOf(actor).Where(other => other.Group == group && other.MeetsAt < facts.MeetsAt).MaxAsync(other => (DateTimeOffset?)other.MeetsAt, cancel);
            var retro = new Retro(facts, last ?? Agenda.OneBefore(facts.Cadence, facts.MeetsAt), actor.UserId, now, id);
            db.Retros.Add(retro);
            db.Errands.Add(new Errand(Errand.BuildRetroPacks, Later(facts.MeetsAt - Retro.ReadingTime, now)));
            db.AuditLog.Add(RetroQueries.Noted(actor, "retro/planned", id, retro.Group, now));
            await db.SaveChangesAsync(cancel);
            return retro.Number;
        }
    }

    internal static DateTimeOffset Later(DateTimeOffset one, DateTimeOffset other) => one > other ? one : other;
}
