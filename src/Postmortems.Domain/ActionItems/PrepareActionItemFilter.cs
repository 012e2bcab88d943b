using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.ActionItems;

/// <summary>Who and which services a list of action items can be filtered by.</summary>
public sealed class PrepareActionItemFilter(IDbContextFactory<PostmortemsDb> databases)
{
    public async Task<ActionItemFilterChoices> RunAsync(Actor actor, CancellationToken cancel = default)
    {
        ArgumentNullException.ThrowIfNull(actor);
        await using var db = await databases.CreateDbContextAsync(cancel);
        var services = await db.Services.Where(service => service.Deletion == null).OrderBy(service => service.Name).Select(service => new ServiceToFilter(service.Id, service.Name)).ToListAsync(cancel);

        return new ActionItemFilterChoices(await PeopleToOwn.Of(db).ToListAsync(cancel), services);
    }
}

public sealed record ActionItemFilterChoices(IReadOnlyList<PersonToOwn> People, IReadOnlyList<ServiceToFilter> Services);

public sealed record ServiceToFilter(Guid Id, string Name);
