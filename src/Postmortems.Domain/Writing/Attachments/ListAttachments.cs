using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Writing.Attachments;

/// <summary>The pictures of a postmortem, newest first. Editors see the deleted ones too, to restore them.</summary>
public sealed class ListAttachments(IDbContextFactory<PostmortemsDb> databases)
{
    public const int PageSize = 50;

    /// <param name="before">The last row of the page before.</param>
    /// <returns>Null when there is no such postmortem.</returns>
    public async Task<AttachmentList?> RunAsync(Actor actor, int number, Guid? before = null, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.HeadAsync(actor, number, cancel) is not { } head)
        {
            return null;
        }

        var listed = db.Attachments.Where(a => a.PostmortemId == head.Id && (a.Deletion == null || actor.MayEdit));

        if (before is { } last)
        {
            var addedAt = await db.Attachments.Where(a => a.Id == last && a.PostmortemId == head.Id).Select(a => (DateTimeOffset?)a.AddedAt).SingleOrDefaultAsync(cancel);
            listed = listed.Where(a => addedAt != null && EF.Functions.LessThan(ValueTuple.Create(a.AddedAt, a.Id), ValueTuple.Create(addedAt.Value, last)));
        }

        var rows = await listed
            .OrderByDescending(a => a.AddedAt).ThenByDescending(a => a.Id)
            .Take(PageSize + 1)
            .Select(a => new AttachmentRow(
                a.Id, a.Name, a.MediaType, a.Width, a.Height, a.Size, db.Users.Where(u => u.Id == a.AddedBy).Select(u => u.DisplayName).First(), a.AddedAt, a.Deletion != null))
            .ToListAsync(cancel);

        return new AttachmentList(head, [.. rows.Take(PageSize).Select(row => head.Roles is { } roles ? row with { Name = roles.In(row.Name), AddedBy = roles.In(row.AddedBy) } : row)], HasOlder: rows.Count > PageSize);
    }
}

public sealed record AttachmentList(PostmortemHead Head, IReadOnlyList<AttachmentRow> Rows, bool HasOlder);

public sealed record AttachmentRow(Guid Id, string Name, string MediaType, int? Width, int? Height, int Size, string AddedBy, DateTimeOffset AddedAt, bool IsDeleted);
