using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Accounts;

/// <summary>Somebody says whether they want to be asked the smaller questions about wording too.</summary>
public sealed class ChooseCoaching(IDbContextFactory<PostmortemsDb> databases)
{
    public async Task RunAsync(Actor actor, bool isCoached, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        await db.Users.Where(u => u.Id == actor.UserId).ExecuteUpdateAsync(set => set.SetProperty(u => u.IsCoached, isCoached), cancel);
    }
}
