using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing.Together;

namespace Postmortems.Domain.Writing;

/// <summary>An earlier text becomes the newest version; nothing in between is lost.</summary>
public sealed class RestoreVersion(IDbContextFactory<PostmortemsDb> databases, WriteDocument write)
{
    /// <summary>Also while others type: what they wrote until then stays in the history, and their windows tell them.</summary>
    /// <returns>False when there is no such version.</returns>
    public async Task<bool> RunAsync(Actor actor, int number, int version, string? amendment, CancellationToken cancel = default)
    {
        actor.MustEdit();

        await using var db = await databases.CreateDbContextAsync(cancel);
        var found = await db.PostmortemsFor(actor).Where(p => p.Number == number).Select(p => (Guid?)p.Id).SingleOrDefaultAsync(cancel);

        return found is { } postmortem
            && await db.TextAtAsync(postmortem, version, cancel) is { } text
            && await write.RunAsync(actor, number, text, basedOn: null, amendment, cancel) is not null;
    }
}
