using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Accounts;

/// <summary>Somebody says what they are called and in which zone they read times.</summary>
public sealed class DescribeAccount(IDbContextFactory<PostmortemsDb> databases)
{
    public async Task<User> RunAsync(Actor actor, string displayName, string zone, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var user = await db.Users.SingleAsync(u => u.Id == actor.UserId, cancel);
        user.Describe(displayName, zone);
        await db.SaveChangesAsync(cancel);
        return user;
    }
}
