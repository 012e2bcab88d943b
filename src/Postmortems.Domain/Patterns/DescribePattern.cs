using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Patterns.Curation;

namespace Postmortems.Domain.Patterns;

/// <summary>Somebody says in a sentence what keeps happening, and which team looks after it.</summary>
public sealed class DescribePattern(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="version">The version that the writer saw.</param>
    public async Task<Saved> RunAsync(Actor actor, int number, uint version, string name, string ownerTeam, PatternKind? kind = null, string definition = "", CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var pattern = await db.PatternsOf(actor).SingleOrDefaultAsync(p => p.Number == number, cancel);

        if (pattern is null)
        {
            return Saved.NotThere;
        }

        pattern.Describe(name, ownerTeam, kind, definition);
        db.AuditLog.Add(new AuditEntry(actor.UserId, "pattern/described", pattern.Id, pattern.Name, clock.GetUtcNow()));
        return await db.SaveUnlessRewrittenAsync(pattern, version, cancel);
    }
}
