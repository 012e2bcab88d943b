using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Accounts;

/// <summary>What must not be decided twice at once, on any instance. Held until the transaction ends.</summary>
internal static class AccountLocks
{
    /// <summary>Who is administrator: the first one, and that one is left.</summary>
    public static Task LockAdministratorsAsync(this PostmortemsDb db, CancellationToken cancel) =>
        db.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock(hashtext('postmortems/administrators'))", cancel);

    /// <exception cref="RuleBrokenException">The person is the only administrator who can sign in.</exception>
    public static async Task MustNotBeLastAdministratorAsync(this PostmortemsDb db, User user, CancellationToken cancel)
    {
        if (!await db.Users.AnyAsync(u => u.Role == Role.Administrator && u.DisabledAt == null && u.Id != user.Id, cancel))
        {
            throw new RuleBrokenException("account/last-administrator", $"{user.DisplayName} is the only administrator. Make somebody else an administrator first.");
        }
    }
}
