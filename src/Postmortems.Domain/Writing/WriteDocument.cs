using Microsoft.EntityFrameworkCore;
using Npgsql;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Domain.Reviews;
using Postmortems.Domain.Writing.History;
using Postmortems.Domain.Writing.Together;

namespace Postmortems.Domain.Writing;

/// <summary>Somebody saves a document's text. When somebody else saved in between, both texts are kept.</summary>
public sealed class WriteDocument(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    private const int MostTries = 3;

    /// <param name="basedOn">The version that the writer began from; null for a text that takes the place of whatever stands there.</param>
    /// <param name="amendment">What is corrected; asked for once the postmortem is published.</param>
    /// <returns>Null when there is no such postmortem.</returns>
    public async Task<WriteOutcome?> RunAsync(Actor actor, int number, string text, int? basedOn, string? amendment = null, CancellationToken cancel = default)
    {
        actor.MustEdit();
        var accepted = DocumentText.Accept(text);

        // A second writer may commit between reading and saving; then this one looks again and keeps both.
        for (var tries = 0; ;)
        {
            try
            {
                await using var db = await databases.CreateDbContextAsync(cancel);
                await using var transaction = await db.Database.BeginTransactionAsync(cancel);

                // Whether it is published decides whether this is an amendment, so it must stay as it is until the text is saved.
                await db.HoldAsItIsAsync(number, cancel);
                var outcome = await WriteAsync(db, actor, number, accepted, basedOn, amendment, cancel);
                await transaction.CommitAsync(cancel);
                return outcome;
            }
            catch (DbUpdateException failed) when (tries < MostTries && MetAnother(failed))
            {
                tries++;
            }
        }
    }

    /// <summary>The document's version had moved on, or another writer kept the same version first.</summary>
    private static bool MetAnother(DbUpdateException failed) =>
        failed is DbUpdateConcurrencyException
        || failed.InnerException is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation, ConstraintName: "pk_document_versions" };

    private async Task<WriteOutcome?> WriteAsync(PostmortemsDb db, Actor actor, int number, string text, int? basedOn, string? amendment, CancellationToken cancel)
    {
        if (await db.PostmortemToChangeAsync(actor, number, cancel) is not { } postmortem)
        {
            return null;
        }

        var document = await db.DocumentAloneAsync(postmortem.Id, cancel);
        var before = document.Text;

        if (document.Text == text)
        {
            return new WriteOutcome.Written(document.Version);
        }

        var now = clock.GetUtcNow();

        if (!document.Write(text, basedOn ?? document.Version, actor.UserId, now))
        {
            return await KeepAsync(db, actor, document, text, basedOn ?? document.Version, now, cancel);
        }

        db.Add(document.Current);
        db.Add(new DocumentChange(postmortem.Id, document.Version, Guid.CreateVersion7(), DocumentChange.WholeText, actor.UserId, now, ChangeSetJson.Say(WordChanges.ChangeBetween(before, document.Text))));

        if (postmortem.Publication is not null)
        {
            db.Amendments.Add(new Amendment(postmortem.Id, document.Version, amendment ?? "", actor.UserId, now));
            db.AuditLog.Add(new AuditEntry(actor.UserId, "postmortem/amended", postmortem.Id, amendment ?? "", now));
        }

        await db.SaveChangesAsync(cancel);
        await db.RingAsync(number, cancel);
        return new WriteOutcome.Written(document.Version);
    }

    private static async Task<WriteOutcome> KeepAsync(
        PostmortemsDb db, Actor actor, Document document, string text, int basedOn, DateTimeOffset now, CancellationToken cancel)
    {
        var same = await db.KeptTexts
            .Where(k => k.PostmortemId == document.PostmortemId && k.By == actor.UserId && k.SettledAt == null && k.Text == text)
            .Select(k => (Guid?)k.Id)
            .FirstOrDefaultAsync(cancel);

        if (same is { } keptBefore)
        {
            return new WriteOutcome.MetAnother(keptBefore);
        }

        var kept = new KeptText(document.PostmortemId, basedOn, text, actor.UserId, now);
        db.Add(kept);
        await db.SaveChangesAsync(cancel);
        return new WriteOutcome.MetAnother(kept.Id);
    }
}

/// <summary>Either the text is now the document, or it is kept beside a newer one.</summary>
public abstract record WriteOutcome
{
    public sealed record Written(int Version) : WriteOutcome;

    public sealed record MetAnother(Guid KeptText) : WriteOutcome;
}
