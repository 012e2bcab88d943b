using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Patterns;

/// <summary>Somebody plans what removes a pattern, or says that it shipped.</summary>
public sealed class PlanAutomation(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="version">The version that the writer saw.</param>
    /// <param name="automation">Null takes the plan back.</param>
    public async Task<Saved> RunAsync(Actor actor, int number, uint version, Automation? automation, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var pattern = await db.PatternsOf(actor).SingleOrDefaultAsync(p => p.Number == number, cancel);

        if (pattern is null)
        {
            return Saved.NotThere;
        }

        if (automation is null)
        {
            pattern.StopAutomating();
        }
        else
        {
            pattern.Automate(automation, clock.GetUtcNow());
        }

        db.AuditLog.Add(new AuditEntry(actor.UserId, automation is null ? "pattern/plan-withdrawn" : "pattern/automation-planned", pattern.Id, automation?.Plan ?? "", clock.GetUtcNow()));
        return await db.SaveUnlessRewrittenAsync(pattern, version, cancel);
    }
}
