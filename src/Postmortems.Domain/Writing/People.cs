using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Writing;

internal static class People
{
    /// <summary>Those who can own or facilitate: whoever has an account that works.</summary>
    public static IQueryable<PersonChoice> MayWrite(PostmortemsDb db) =>
        db.Users.Where(user => user.DisabledAt == null).OrderBy(user => user.DisplayName).Select(user => new PersonChoice(user.Id, user.DisplayName));
}
