using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Accounts;

/// <summary>While nobody has an account, makes the code for the console that lets its reader make the first one.</summary>
[WithoutActor("There is nobody yet who could act.")]
public sealed class PrepareFirstRun(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>The code to print, or null when somebody has an account.</returns>
    public async Task<string?> RunAsync(CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.Users.AnyAsync(cancel))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var code = SetupCode.New();
        await db.SetupCodes.Where(c => c.ExpiresAt <= now).ExecuteDeleteAsync(cancel);
        db.SetupCodes.Add(new SetupCode(SetupCode.HashOf(code), now));
        await db.SaveChangesAsync(cancel);
        return code;
    }
}
