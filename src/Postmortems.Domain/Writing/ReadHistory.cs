using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Writing;

/// <summary>Every version of a document, newest first.</summary>
public sealed class ReadHistory(IDbContextFactory<PostmortemsDb> databases)
{
    public const int PageSize = 50;

    /// <param name="before">Only versions below this one.</param>
    public async Task<HistoryView?> RunAsync(Actor actor, int number, int? before = null, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.HeadAsync(actor, number, cancel) is not { } head)
        {
            return null;
        }

        // One more than is shown: the last one shown says how much it added to the one below.
        var rows = await (
            from version in db.DocumentVersions
            join user in db.Users on version.By equals user.Id
            where version.PostmortemId == head.Id && (before == null || version.Version < before)
            orderby version.Version descending
            select new
            {
                version.Version,
                version.At,
                user.DisplayName,
                version.Text.Length,
                Amendment = db.Amendments.Where(a => a.PostmortemId == head.Id && a.Version == version.Version).Select(a => a.Note).FirstOrDefault(),
            }).Take(PageSize + 1).ToListAsync(cancel);

        var versions = rows
            .Take(PageSize)
            .Select((row, i) => new VersionRow(row.Version, row.At, row.DisplayName, row.Length - (rows.ElementAtOrDefault(i + 1)?.Length ?? 0), row.Amendment))
            .ToList();

        var described = await (
            from amendment in db.Amendments
            join user in db.Users on amendment.By equals user.Id
            where amendment.PostmortemId == head.Id && amendment.Changes != null
            orderby amendment.At descending
            select new AmendmentRow(amendment.Version, amendment.Changes, amendment.Note, user.DisplayName, amendment.At)).ToListAsync(cancel);

        return new HistoryView(head, versions, described, rows.Count > PageSize);
    }
}

/// <param name="Described">Amendments that changed title, people or incidents, newest first.</param>
public sealed record HistoryView(PostmortemHead Head, IReadOnlyList<VersionRow> Versions, IReadOnlyList<AmendmentRow> Described, bool HasOlder);

/// <param name="Growth">UTF-16 units more than the version before.</param>
public sealed record VersionRow(int Version, DateTimeOffset At, string By, int Growth, string? Amendment);
