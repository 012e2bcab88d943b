using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Accounts;

/// <summary>Whether a session may go on: its person is there, not disabled, and nothing has ended it since.</summary>
[WithoutActor("It finds out who acts.")]
public sealed class RecogniseSession(IDbContextFactory<PostmortemsDb> databases)
{
    public async Task<SignedIn?> RunAsync(Guid userId, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        return await db.Users
            .Where(u => u.Id == userId && u.DisabledAt == null)
            .Select(u => new SignedIn(u.Id, u.DisplayName, u.Role, u.Zone, u.SecurityStamp ?? ""))
            .SingleOrDefaultAsync(cancel);
    }
}
