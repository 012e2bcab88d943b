using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Ops;

/// <summary>The work behind the scenes that did not go well: given up, or failed and to be tried again.</summary>
public sealed class ListErrands(IDbContextFactory<PostmortemsDb> databases)
{
    public const int PageLength = 50;

    /// <param name="after">The last row of the page before; null for the first page.</param>
    public async Task<ErrandsView> RunAsync(Actor actor, Guid? after = null, CancellationToken cancel = default)
    {
        actor.MustAdminister();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var failed = db.Errands.Where(e => e.Problem != null);

        if (after is not null)
        {
            failed = failed.Where(e => e.Id > after);
        }

        // Ids are made in the order of time, so the oldest trouble comes first.
        var rows = await failed
            .OrderBy(e => e.Id)
            .Take(PageLength + 1)
            .Select(e => new ErrandRow(e.Id, e.Kind, e.CreatedAt, e.Attempts, e.NotBefore, e.Problem!))
            .ToListAsync(cancel);

        return rows.Count <= PageLength ? new ErrandsView(rows, null) : new ErrandsView(rows[..PageLength], rows[PageLength - 1].Id);
    }
}

public sealed record ErrandsView(IReadOnlyList<ErrandRow> Errands, Guid? Next);

public sealed record ErrandRow(Guid Id, string Kind, DateTimeOffset CreatedAt, int Attempts, DateTimeOffset NotBefore, string Problem)
{
    public bool IsGivenUp => Attempts >= Errand.MostAttempts;
}
