using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing.Roles;

namespace Postmortems.Domain.ActionItems;

/// <summary>An action item as lists show it.</summary>
/// <param name="Owner">Null while nobody with an account has it.</param>
/// <param name="Causes">How many causes it addresses.</param>
/// <param name="Reason">Why it was declined.</param>
public sealed record ActionItemRow(
    Guid Id,
    int Number,
    string Title,
    ActionItemState State,
    Guid? OwnerId,
    string? Owner,
    string OwnerAsWritten,
    DateOnly? Due,
    Priority Priority,
    ActionItemType Type,
    string DoneWhen,
    int Postmortem,
    string PostmortemTitle,
    int Causes,
    DateTimeOffset? SettledAt,
    string? Reason)
{
    /// <summary>When it was settled, where that is known.</summary>
    public DateTimeOffset? SettledOn => SettledAt?.Known();

    public bool IsOpen => State is ActionItemState.Open or ActionItemState.InProgress;

    /// <summary>The patterns that its causes belong to.</summary>
    public IReadOnlyList<ServedPattern> Patterns { get; init; } = [];
}

internal static class ActionItemRows
{
    public static IQueryable<ActionItemRow> Rows(this IQueryable<ActionItem> items, PostmortemsDb db) => items.Select(item => new ActionItemRow(
        item.Id,
        item.Number,
        item.Title,
        item.Decline != null ? ActionItemState.Declined
            : item.Verification != null ? ActionItemState.Verified
            : item.Closure != null ? ActionItemState.Done
            : item.StartedAt != null ? ActionItemState.InProgress
            : ActionItemState.Open,
        item.OwnerId,
        db.Users.Where(user => user.Id == item.OwnerId).Select(user => user.DisplayName).FirstOrDefault(),
        item.OwnerAsWritten,
        item.Due,
        item.Priority,
        item.Type,
        item.DoneWhen,
        db.Postmortems.Where(p => p.Id == item.PostmortemId).Select(p => p.Number).First(),
        db.Postmortems.Where(p => p.Id == item.PostmortemId).Select(p => p.Title).First(),
        item.Causes.Count(serves => db.Causes.Any(cause => cause.Id == serves.CauseId && cause.Deletion == null)),
        item.SettledAt,
        item.Decline!.Reason));

    /// <summary>What the actor may read of them, with the patterns of all together.</summary>
    public static async Task<List<ActionItemRow>> ShownAsync(this PostmortemsDb db, Actor actor, IReadOnlyCollection<ActionItemRow> rows, CancellationToken cancel)
    {
        var shown = await db.WithPatternsAsync(rows, cancel);
        var roles = await RolesOfMany.ForAsync(db, actor, rows.Select(row => row.Postmortem), cancel);

        return !roles.Any ? shown : shown.ConvertAll(row => row with
        {
            Title = roles.In(row.Postmortem, row.Title),
            Owner = row.Owner is { } owner ? roles.In(row.Postmortem, owner) : null,
            OwnerAsWritten = roles.In(row.Postmortem, row.OwnerAsWritten),
            DoneWhen = roles.In(row.Postmortem, row.DoneWhen),
            PostmortemTitle = roles.In(row.Postmortem, row.PostmortemTitle),
            Reason = row.Reason is { } reason ? roles.In(row.Postmortem, reason) : null,
        });
    }

    /// <summary>One command for the patterns of all rows together.</summary>
    private static async Task<List<ActionItemRow>> WithPatternsAsync(this PostmortemsDb db, IReadOnlyCollection<ActionItemRow> rows, CancellationToken cancel)
    {
        var serving = rows.Where(row => row.Causes > 0).Select(row => row.Id).ToList();
        var patterns = await ServedPatterns.OfAsync(db, serving, cancel);
        return [.. rows.Select(row => row with { Patterns = [.. patterns[row.Id]] })];
    }
}
