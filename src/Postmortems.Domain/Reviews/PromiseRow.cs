using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.ActionItems;

namespace Postmortems.Domain.Reviews;

/// <summary>An action item as the document and its readers see it.</summary>
public sealed record PromiseRow(int Number, string Title, ActionItemType Type, string? Owner, DateOnly? Due, ActionItemState State)
{
    public bool HasOwner => !string.IsNullOrEmpty(Owner);

    public bool IsOpen => State is ActionItemState.Open or ActionItemState.InProgress;

    public bool IsOverdue(DateOnly today) => IsOpen && Due < today;
}

internal static class PromiseRows
{
    public static async Task<List<PromiseRow>> PromisesOfAsync(this PostmortemsDb db, Guid postmortem, CancellationToken cancel)
    {
        var rows = await db.ActionItems
            .AsNoTracking()
            .Where(a => a.PostmortemId == postmortem && a.Deletion == null)
            .OrderBy(a => a.Due == null).ThenBy(a => a.Due).ThenBy(a => a.Number)
            .Select(a => new { Item = a, Owner = db.Users.Where(u => u.Id == a.OwnerId).Select(u => u.DisplayName).FirstOrDefault() })
            .ToListAsync(cancel);

        return [.. rows.Select(row => new PromiseRow(
            row.Item.Number,
            row.Item.Title,
            row.Item.Type,
            row.Owner ?? row.Item.OwnerAsWritten,
            row.Item.Due,
            row.Item.State))];
    }
}
