using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Ops;

/// <summary>Which verbs the audit log holds, to choose one from.</summary>
public sealed class ListAuditVerbs(IDbContextFactory<PostmortemsDb> databases)
{
    public async Task<List<string>> RunAsync(Actor actor, CancellationToken cancel = default)
    {
        actor.MustAdminister();
        await using var db = await databases.CreateDbContextAsync(cancel);

        // Jumps from verb to verb in the index; DISTINCT would read every row of a log that only grows.
        return await db.Database.SqlQuery<string>($"""
            WITH RECURSIVE verbs AS (
                (SELECT verb FROM audit_log ORDER BY verb LIMIT 1)
                UNION ALL
                SELECT (SELECT a.verb FROM audit_log a WHERE a.verb > v.verb ORDER BY a.verb LIMIT 1) FROM verbs v WHERE v.verb IS NOT NULL
            )
            SELECT verb AS "Value" FROM verbs WHERE verb IS NOT NULL
            """).ToListAsync(cancel);
    }
}
