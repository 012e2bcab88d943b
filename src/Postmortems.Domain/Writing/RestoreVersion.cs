using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing.Together;

namespace Postmortems.Domain.Writing;

/// <summary>An earlier text becomes the newest version; nothing in between is lost.</summary>
public sealed class RestoreVersion(IDbContextFactory<PostmortemsDb> databases, WriteDocument write)
{
    /// <returns>Null when there is no such version.</returns>
    public async Task<WriteOutcome?> RunAsync(Actor actor, int number, int version, string? amendment, CancellationToken cancel = default)
    {
        actor.MustEdit();

        await using var db = await databases.CreateDbContextAsync(cancel);

        var found = await (
            from postmortem in db.PostmortemsFor(actor)
            join document in db.Documents on postmortem.Id equals document.PostmortemId
            where postmortem.Number == number
            select new { postmortem.Id, Newest = document.Version }).SingleOrDefaultAsync(cancel);

        return found is not null && await db.TextAtAsync(found.Id, version, cancel) is { } text
            ? await write.RunAsync(actor, number, text, found.Newest, amendment, cancel)
            : null;
    }
}
