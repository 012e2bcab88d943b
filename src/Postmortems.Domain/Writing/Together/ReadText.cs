using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing.Roles;

namespace Postmortems.Domain.Writing.Together;

/// <summary>The text of a document at one version, for a window that begins to follow there.</summary>
public sealed class ReadText(IDbContextFactory<PostmortemsDb> databases)
{
    /// <param name="version">Null for the newest.</param>
    /// <returns>Null when the actor sees no such postmortem whole or there was no such version.</returns>
    public async Task<TextAtVersion?> RunAsync(Actor actor, int number, int? version = null, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        var newest = await (
            from postmortem in db.WholePostmortemsFor(actor)
            join document in db.Documents on postmortem.Id equals document.PostmortemId
            where postmortem.Number == number
            select document).AsNoTracking().SingleOrDefaultAsync(cancel);

        if (newest is null)
        {
            return null;
        }

        if (version is { } wanted && wanted != newest.Version)
        {
            return await db.TextAtAsync(newest.PostmortemId, wanted, cancel) is { } text ? new TextAtVersion(wanted, text) : null;
        }

        await db.CatchUpAsync([newest], cancel);
        return new TextAtVersion(newest.Version, newest.Text);
    }
}

public sealed record TextAtVersion(int Version, string Text);
