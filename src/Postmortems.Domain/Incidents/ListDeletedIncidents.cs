using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Incidents;

/// <summary>The incidents that were deleted last, for those who may restore them.</summary>
public sealed class ListDeletedIncidents(IDbContextFactory<PostmortemsDb> databases)
{
    public const int Most = 100;

    public async Task<List<DeletedIncident>> RunAsync(Actor actor, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);

        return await db.Incidents
            .AsNoTracking()
            .Where(i => i.Deletion != null)
            .OrderByDescending(i => i.Deletion!.At)
            .Take(Most)
            .Select(i => new DeletedIncident(
                i.Number,
                i.Title,
                i.Severity,
                i.Deletion!.At,
                db.Users.Where(u => u.Id == i.Deletion!.By).Select(u => u.DisplayName).FirstOrDefault() ?? ""))
            .ToListAsync(cancel);
    }
}

public sealed record DeletedIncident(int Number, string Title, Severity Severity, DateTimeOffset DeletedAt, string DeletedBy);
