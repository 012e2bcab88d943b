using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.ActionItems;

namespace Postmortems.Domain.Retros;

/// <summary>What the form of a retro offers: who can lead it, and who met before.</summary>
public sealed class PrepareRetro(IDbContextFactory<PostmortemsDb> databases)
{
    private const int MostGroups = 20;

    public async Task<RetroChoices> RunAsync(Actor actor, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var people = await PeopleToOwn.Of(db).ToListAsync(cancel);
        var groups = await db.RetrosOf(actor).GroupBy(retro => retro.Group).OrderByDescending(group => group.Max(retro => retro.MeetsAt)).Select(group => group.Key).Take(MostGroups).ToListAsync(cancel);
        return new RetroChoices(people, groups);
    }
}

public sealed record RetroChoices(IReadOnlyList<PersonToOwn> People, IReadOnlyList<string> Groups);
