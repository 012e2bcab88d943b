using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Writing;

/// <summary>What somebody sees who changes a postmortem's title, people or incidents.</summary>
public sealed class PrepareDescription(IDbContextFactory<PostmortemsDb> databases)
{
    /// <returns>Null when there is no such postmortem. A deleted one is told as such, because it may have been deleted under the writer.</returns>
    public async Task<DescriptionChoices?> RunAsync(Actor actor, int number, CancellationToken cancel = default)
    {
        actor.MustEdit();

        await using var db = await databases.CreateDbContextAsync(cancel);

        return await db.HeadAsync(actor, number, cancel) is { } head
            ? new DescriptionChoices(head, await People.MayWrite(db, head.Owner.Id, head.Facilitator?.Id).ToListAsync(cancel))
            : null;
    }
}

public sealed record DescriptionChoices(PostmortemHead Head, IReadOnlyList<PersonChoice> People);
