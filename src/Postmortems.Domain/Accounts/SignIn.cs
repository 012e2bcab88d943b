using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Accounts;

/// <summary>Somebody says who they are and proves it with a password.</summary>
[WithoutActor("It finds out who acts.")]
public sealed class SignIn(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="knownBrowser">Mark of a browser in which this address was signed in before.</param>
    public async Task<SignInOutcome> RunAsync(string email, string password, string? knownBrowser = null, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var key = SignInTries.KeyFor(email, knownBrowser);

        if (await TryAsync(db, key, cancel) is { } wait)
        {
            return SignInOutcome.Wait(wait);
        }

        // An address without an account takes the same way and the same time.
        var name = EmailAddress.IsOne(email) ? EmailAddress.Normal(email) : "";
        var user = await db.Users.SingleOrDefaultAsync(u => u.NormalizedUserName == name, cancel);
        var match = Password.Compare(user?.PasswordHash, password);

        if (user is null || match is PasswordMatch.No)
        {
            return SignInOutcome.Refused;
        }

        if (match is PasswordMatch.YesButHashIsOld)
        {
            user.PasswordHash = Password.HashOf(password);
            await db.SaveChangesAsync(cancel);
        }

        await db.SignInTries.Where(t => t.Key == key).ExecuteDeleteAsync(cancel);
        return user.DisabledAt is null ? SignInOutcome.Welcome(user) : SignInOutcome.Disabled;
    }

    private async Task<TimeSpan?> TryAsync(PostmortemsDb db, string key, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        await db.Database.ExecuteSqlAsync(
            $"INSERT INTO sign_in_tries (key, failures, last_at, not_before) VALUES ({key}, 0, {now}, {now}) ON CONFLICT DO NOTHING", cancel);
        var tries = await db.SignInTries.FromSql($"SELECT * FROM sign_in_tries WHERE key = {key} FOR UPDATE").SingleAsync(cancel);
        var wait = tries.Try(now);

        await db.SaveChangesAsync(cancel);
        await transaction.CommitAsync(cancel);
        await ForgetAsync(db, now - SignInTries.Memory, cancel);
        return wait;
    }

    private static async Task ForgetAsync(PostmortemsDb db, DateTimeOffset before, CancellationToken cancel) =>
        await db.Database.ExecuteSqlAsync(
            $"DELETE FROM sign_in_tries WHERE key IN (SELECT key FROM sign_in_tries WHERE last_at < {before} LIMIT 100 FOR UPDATE SKIP LOCKED)", cancel);
}

/// <summary>How signing in went. Exactly one of the four.</summary>
public sealed record SignInOutcome(User? User, TimeSpan? WaitFirst, bool IsDisabled)
{
    /// <summary>The address has no account or the password is another one; which of them is not said.</summary>
    public static readonly SignInOutcome Refused = new(null, null, false);

    /// <summary>The password was right, so this may be said.</summary>
    public static readonly SignInOutcome Disabled = new(null, null, true);

    public static SignInOutcome Welcome(User user) => new(user, null, false);

    public static SignInOutcome Wait(TimeSpan first) => new(null, first, false);
}
