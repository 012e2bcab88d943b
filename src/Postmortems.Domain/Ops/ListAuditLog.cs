using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Ops;

/// <summary>Who did what, newest first, a page at a time.</summary>
public sealed class ListAuditLog(IDbContextFactory<PostmortemsDb> databases)
{
    public const int PageLength = 50;

    /// <param name="verb">Only this verb, such as "incident/deleted"; null for all.</param>
    /// <param name="before">The last row of the page before; null for the newest.</param>
    public async Task<AuditView> RunAsync(Actor actor, string? verb = null, AuditKey? before = null, CancellationToken cancel = default)
    {
        actor.MustAdminister();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var entries = db.AuditLog.AsQueryable();

        if (verb is not null)
        {
            entries = entries.Where(e => e.Verb == verb);
        }

        if (before is not null)
        {
            entries = entries.Where(e => EF.Functions.LessThan(ValueTuple.Create(e.At, e.Id), ValueTuple.Create(before.At, before.Id)));
        }

        var rows = await entries
            .OrderByDescending(e => e.At).ThenByDescending(e => e.Id)
            .Take(PageLength + 1)
            .Select(e => new AuditRow(e.Id, e.At, db.Users.Where(u => u.Id == e.ActorId).Select(u => u.DisplayName).SingleOrDefault(), e.Verb, e.Detail, e.SubjectId))
            .ToListAsync(cancel);

        return rows.Count <= PageLength
            ? new AuditView(rows, null)
            : new AuditView(rows[..PageLength], new AuditKey(rows[PageLength - 1].At, rows[PageLength - 1].Id));
    }
}

public sealed record AuditView(IReadOnlyList<AuditRow> Entries, AuditKey? Next);

/// <param name="Who">Null when the product itself acted.</param>
public sealed record AuditRow(Guid Id, DateTimeOffset At, string? Who, string Verb, string Detail, Guid SubjectId);

public sealed record AuditKey(DateTimeOffset At, Guid Id);
