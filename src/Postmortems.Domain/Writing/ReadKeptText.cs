using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing.Together;

namespace Postmortems.Domain.Writing;

/// <summary>A text that met a newer version, beside that version, so that its writer can put them together.</summary>
public sealed class ReadKeptText(IDbContextFactory<PostmortemsDb> databases)
{
    /// <returns>Null when the actor has no such unsettled text.</returns>
    public async Task<KeptTextView?> RunAsync(Actor actor, int number, Guid id, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);

        var found = await (
            from postmortem in db.PostmortemsFor(actor)
            join kept in db.KeptTexts on postmortem.Id equals kept.PostmortemId
            join document in db.Documents on postmortem.Id equals document.PostmortemId
            join writer in db.Users on document.WrittenBy equals writer.Id
            where postmortem.Number == number && kept.Id == id && kept.By == actor.UserId && kept.SettledAt == null
            select new
            {
                postmortem.Title,
                IsPublished = postmortem.Publication != null,
                Kept = kept,
                Document = document,
                Writer = writer.DisplayName,
            }).AsNoTracking().SingleOrDefaultAsync(cancel);

        if (found is null)
        {
            return null;
        }

        await db.CatchUpAsync([found.Document], cancel);
        var began = await db.TextAtAsync(found.Document.PostmortemId, found.Kept.BasedOn, cancel);

        return new KeptTextView(
            found.Title,
            found.IsPublished,
            found.Kept.Text,
            found.Kept.At,
            found.Document.Text,
            found.Document.Version,
            found.Writer,
            found.Document.WrittenAt,
            began is null ? null : Merge.Of(began, found.Document.Text, found.Kept.Text),
            LineChanges.Between(found.Document.Text, found.Kept.Text));
    }
}

/// <param name="Merged">Both changes together, when they touched different lines.</param>
/// <param name="Lines">From their text to yours.</param>
public sealed record KeptTextView(
    string Title,
    bool IsPublished,
    string Yours,
    DateTimeOffset YoursAt,
    string Theirs,
    int TheirVersion,
    string TheirWriter,
    DateTimeOffset TheirsAt,
    string? Merged,
    IReadOnlyList<LineChange> Lines);
