using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.ActionItems;

/// <summary>Somebody who can own an action item: whoever has an account that works, and who owns it now.</summary>
public sealed record PersonToOwn(Guid Id, string Name);

internal static class PeopleToOwn
{
    public static IQueryable<PersonToOwn> Of(PostmortemsDb db, Guid? owner = null) =>
        db.Users.Where(user => user.DisabledAt == null || user.Id == owner).OrderBy(user => user.DisplayName).ThenBy(user => user.Id).Select(user => new PersonToOwn(user.Id, user.DisplayName));

    public static async Task MustBeAmongThemAsync(PostmortemsDb db, Guid? owner, CancellationToken cancel)
    {
        if (owner is not null && !await db.Users.AnyAsync(user => user.Id == owner && user.DisabledAt == null, cancel))
        {
            throw new RuleBrokenException("action-item/owner", "Choose an owner who has an account here, or nobody yet.");
        }
    }
}
