using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing.Roles;
using Postmortems.Domain.Writing.Templates;

namespace Postmortems.Domain.ActionItems;

/// <summary>One action item with the causes it addresses and who did what to it.</summary>
public sealed class ReadActionItem(IDbContextFactory<PostmortemsDb> databases)
{
    /// <returns>Null when the actor sees no such item; editors also see a deleted one, to restore it.</returns>
    public async Task<ActionItemPageView?> RunAsync(Actor actor, int number, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var found = await (
            from item in db.ActionItems.AsNoTracking().Include(i => i.Causes)
            join postmortem in db.Postmortems on item.PostmortemId equals postmortem.Id
            where item.Number == number && (item.Deletion == null || actor.MayEdit) && (postmortem.Deletion == null || actor.MayEdit)
            select new { Item = item, Version = EF.Property<uint>(item, "Version"), Postmortem = postmortem.Number, postmortem.Title, IsImported = postmortem.Template == Template.Imported && postmortem.CreatedAt == item.CreatedAt, IsGone = postmortem.Deletion != null })
            .SingleOrDefaultAsync(cancel);

        if (found is null)
        {
            return null;
        }

        var served = found.Item.Causes.Select(serves => serves.CauseId).ToHashSet();
        var causes = (await CausesToServe.OfAsync(db, found.Item.PostmortemId, cancel)).Where(cause => served.Contains(cause.Id)).ToList();

        var roles = await RolesOfMany.ForAsync(db, actor, [found.Postmortem], cancel);

        if (roles.Any)
        {
            found.Item.SayWith(text => roles.In(found.Postmortem, text));
            causes = causes.ConvertAll(cause => cause with { Statement = roles.In(found.Postmortem, cause.Statement) });
        }

        var names = (await NamesAsync(db, found.Item, cancel)).ToDictionary(named => named.Key, named => roles.In(found.Postmortem, named.Value));

        return new ActionItemPageView(found.Item, found.Version, found.Postmortem, roles.In(found.Postmortem, found.Title), found.IsImported, found.IsGone, causes, names);
    }

    private static async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(PostmortemsDb db, ActionItem item, CancellationToken cancel)
    {
        var people = new[] { item.OwnerId, item.CreatedBy, item.Closure?.By, item.Verification?.By, item.Decline?.By, item.Deletion?.By }.OfType<Guid>().Distinct().ToList();
        return await db.Users.Where(user => people.Contains(user.Id)).ToDictionaryAsync(user => user.Id, user => user.DisplayName, cancel);
    }
}

/// <param name="Version">Row version; an edit says which one it began from.</param>
/// <param name="IsImported">It came with its document, so the product does not know when it was promised.</param>
/// <param name="PostmortemIsDeleted">Then nothing about it changes until that is restored.</param>
/// <param name="Names">Display names of the people in it.</param>
public sealed record ActionItemPageView(
    ActionItem Item,
    uint Version,
    int Postmortem,
    string PostmortemTitle,
    bool IsImported,
    bool PostmortemIsDeleted,
    IReadOnlyList<CauseToServe> Causes,
    IReadOnlyDictionary<Guid, string> Names)
{
    public string? Owner => Item.OwnerId is { } owner ? Names.GetValueOrDefault(owner) : null;

    public IEnumerable<ServedPattern> Patterns => Causes.Select(cause => cause.Pattern).OfType<ServedPattern>().Distinct();
}
