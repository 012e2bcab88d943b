using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Ops.Demo;

/// <summary>Makes an empty database a product to look around in: an administrator of its own and the story.</summary>
[WithoutActor("There is nobody yet; whoever starts the program on an empty database asks for it.")]
public sealed class BeginDemo(IDbContextFactory<PostmortemsDb> databases, FillWithDemoStory fill, TimeProvider clock)
{
    public const string Email = "demo@localhost";

    /// <returns>The password of <see cref="Email"/>, shown once; null when the database holds the story already.</returns>
    /// <exception cref="RuleBrokenException">People have accounts here, so it is no place for a story.</exception>
    public async Task<string?> RunAsync(CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.AuditLog.AnyAsync(entry => entry.Verb == FillWithDemoStory.Filled, cancel))
        {
            return null;
        }

        var password = Secret.New(20);
        var administrator = await AdministratorAsync(db, password, cancel);
        await fill.RunAsync(new Actor(administrator.Id, administrator.Role), cancel);
        return password;
    }

    private async Task<User> AdministratorAsync(PostmortemsDb db, string password, CancellationToken cancel)
    {
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.LockAdministratorsAsync(cancel);

        var normal = EmailAddress.Normal(Email);

        // A start that was stopped in between left this account alone; its password was never shown.
        var administrator = await db.Users.SingleOrDefaultAsync(user => user.NormalizedEmail == normal, cancel);

        if (administrator is null && await db.Users.AnyAsync(cancel))
        {
            throw new RuleBrokenException("demo/not-empty", "The demo story is only for an empty database, and people have accounts in this one.");
        }

        administrator ??= db.Users.Add(new User(Email, "Demo", Role.Administrator, clock.GetUtcNow())).Entity;
        administrator.TakePassword(password);
        await db.SetupCodes.ExecuteDeleteAsync(cancel);
        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        return administrator;
    }
}
