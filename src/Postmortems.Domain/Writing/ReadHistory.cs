using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing.History;

namespace Postmortems.Domain.Writing;

/// <summary>The sittings in which a document was written, newest first. One of them can be opened to the versions kept in it.</summary>
public sealed class ReadHistory(IDbContextFactory<PostmortemsDb> databases)
{
    public const int PageSize = 50;
    private const int MostVersions = 100;

    /// <param name="before">Only sittings that began below this version.</param>
    /// <param name="open">The first version of the sitting to open.</param>
    /// <returns>Null when the actor sees no such postmortem, or roles instead of those who wrote it.</returns>
    public async Task<HistoryView?> RunAsync(Actor actor, int number, int? before = null, int? open = null, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.HeadAsync(actor, number, cancel) is not { Roles: null } head)
        {
            return null;
        }

        await db.BringHistoryUpToDateAsync(head.Id, cancel);

        var rows = await Sittings(db, head.Id, before).ToListAsync(cancel);
        var amendments = await Amendments(db, head.Id).ToListAsync(cancel);
        var opened = rows.Find(row => row.FirstVersion == open);

        return new HistoryView(
            head,
            [.. rows.Take(PageSize).Select(row => row with { Amendments = [.. amendments.Where(a => a.Version >= row.FirstVersion && a.Version <= row.LastVersion).Select(a => a.Note)] })],
            opened is null ? [] : await Versions(db, head.Id, opened).ToListAsync(cancel),
            [.. amendments.Where(amendment => amendment.Changes is not null)],
            await db.Documents.Where(d => d.PostmortemId == head.Id).Select(d => d.Version).SingleAsync(cancel),
            rows.Count > PageSize);
    }

    private static IQueryable<SittingRow> Sittings(PostmortemsDb db, Guid postmortem, int? before) =>
        db.Sittings
            .Where(s => s.PostmortemId == postmortem && (before == null || s.FirstVersion < before))
            .OrderByDescending(s => s.FirstVersion)
            .Take(PageSize + 1)
            .Select(s => new SittingRow(
                s.FirstVersion,
                s.LastVersion,
                s.Began,
                s.Ended,
                db.Users.Where(u => s.Writers.Contains(u.Id)).OrderBy(u => u.DisplayName).Select(u => u.DisplayName).ToList(),
                s.WordsAdded,
                s.WordsTakenOut,
                Array.Empty<string>()));

    private static IQueryable<AmendmentRow> Amendments(PostmortemsDb db, Guid postmortem) =>
        from amendment in db.Amendments
        join user in db.Users on amendment.By equals user.Id
        where amendment.PostmortemId == postmortem
        orderby amendment.At descending
        select new AmendmentRow(amendment.Version, amendment.Changes, amendment.Note, user.DisplayName, amendment.At);

    private static IQueryable<VersionRow> Versions(PostmortemsDb db, Guid postmortem, SittingRow sitting) =>
        (from version in db.DocumentVersions
         join user in db.Users on version.By equals user.Id
         where version.PostmortemId == postmortem && version.Version >= sitting.FirstVersion && version.Version <= sitting.LastVersion
         orderby version.Version descending
         select new VersionRow(version.Version, version.At, user.DisplayName)).Take(MostVersions);
}

/// <param name="Versions">Those kept whole in the opened sitting, newest first.</param>
/// <param name="Described">Amendments that changed something beside the text, newest first.</param>
public sealed record HistoryView(
    PostmortemHead Head,
    IReadOnlyList<SittingRow> Sittings,
    IReadOnlyList<VersionRow> Versions,
    IReadOnlyList<AmendmentRow> Described,
    int Newest,
    bool HasOlder);

/// <param name="Amendments">What readers were told of the versions in it.</param>
public sealed record SittingRow(
    int FirstVersion,
    int LastVersion,
    DateTimeOffset Began,
    DateTimeOffset Ended,
    IReadOnlyList<string> Writers,
    int WordsAdded,
    int WordsTakenOut,
    IReadOnlyList<string> Amendments);

public sealed record VersionRow(int Version, DateTimeOffset At, string By);
