using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing.Together;

namespace Postmortems.Domain.Writing.History;

/// <summary>A version of a document with who wrote which of its words, so that one knows whom to ask.</summary>
public sealed class ReadAuthors(IDbContextFactory<PostmortemsDb> databases)
{
    /// <param name="version">Null for the newest.</param>
    /// <returns>Null when there is no such postmortem or version, or the actor sees roles instead of those who wrote it.</returns>
    public async Task<AuthorsView?> RunAsync(Actor actor, int number, int? version = null, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        if (await db.HeadAsync(actor, number, cancel) is not { Roles: null } head)
        {
            return null;
        }

        await db.BringHistoryUpToDateAsync(head.Id, cancel);
        var newest = await db.Documents.Where(d => d.PostmortemId == head.Id).Select(d => d.Version).SingleAsync(cancel);
        var asked = version ?? newest;

        if (asked < 1 || asked > newest || await db.TextAtAsync(head.Id, asked, cancel) is not { } text)
        {
            return null;
        }

        var authorship = await db.AuthorshipAtAsync(head.Id, asked, cancel);
        var words = AuthoredWords.Of(text, authorship.Stretches);
        var writers = words.Select(stretch => stretch.Writing.By).Distinct().ToList();
        var names = await db.Users.Where(u => writers.Contains(u.Id)).OrderBy(u => u.DisplayName).Select(u => new PersonChoice(u.Id, u.DisplayName)).ToListAsync(cancel);

        var written = words.Select(stretch => stretch.Writing.Sitting).Distinct().ToList();
        var sittings = await db.Sittings.Where(s => s.PostmortemId == head.Id && written.Contains(s.FirstVersion)).ToDictionaryAsync(s => s.FirstVersion, s => s.LastVersion, cancel);

        return new AuthorsView(head, asked, newest, words, names, sittings);
    }
}

/// <param name="Writers">By name.</param>
/// <param name="Sittings">The last version of each, by its first.</param>
public sealed record AuthorsView(
    PostmortemHead Head, int Version, int Newest, IReadOnlyList<AuthoredText> Words, IReadOnlyList<PersonChoice> Writers, IReadOnlyDictionary<int, int> Sittings);

public sealed record AuthoredText(string Text, WrittenAt Writing);
