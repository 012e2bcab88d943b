using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.ActionItems;

namespace Postmortems.Domain.Retros;

/// <summary>What the form of a decision offers: who can own it, where it can be promised, what carries it out already.</summary>
public sealed class PrepareDecision(IDbContextFactory<PostmortemsDb> databases)
{
    private const int Most = 50;

    public async Task<DecisionChoices> RunAsync(Actor actor, Guid? pattern, CancellationToken cancel = default)
    {
        actor.MustEdit();
        await using var db = await databases.CreateDbContextAsync(cancel);
        var people = await PeopleToOwn.Of(db).ToListAsync(cancel);
        var postmortems = await db.PostmortemsIn(pattern).OrderByDescending(postmortem => postmortem.Number).Take(Most)
            .Select(postmortem => new PlaceToPromise(postmortem.Number, postmortem.Title)).ToListAsync(cancel);
        return new DecisionChoices(people, postmortems);
    }
}

public sealed record DecisionChoices(IReadOnlyList<PersonToOwn> People, IReadOnlyList<PlaceToPromise> Postmortems);

/// <summary>A postmortem in which something can be promised.</summary>
public sealed record PlaceToPromise(int Number, string Title);
