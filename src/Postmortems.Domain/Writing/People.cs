using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Writing;

internal static class People
{
    /// <summary>Those who can own or facilitate: whoever has an account that works, and who does it now.</summary>
    public static IQueryable<PersonChoice> MayWrite(PostmortemsDb db, params Guid?[] now) =>
        db.Users.Where(user => user.DisabledAt == null || now.Contains(user.Id)).OrderBy(user => user.DisplayName).Select(user => new PersonChoice(user.Id, user.DisplayName));
}
