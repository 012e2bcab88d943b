using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Writing.Together;

/// <summary>
/// Takes what people typed in several documents, with one commit for all of them: where nobody else wrote in between and nothing
/// older has to be read. Of documents that are remembered it takes one round trip. No document waits for another one. Once this
/// returns, what it took is committed.
/// </summary>
[WithoutActor("Each of the sent carries its own actor and is asked alone.")]
public sealed class AcceptQuickly(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <param name="batches">Of any number of documents, each at most once.</param>
    /// <returns>One for each, in that order; null where it takes more than that, see <see cref="AcceptChanges"/>: nothing of it is changed then.</returns>
    public async Task<IReadOnlyList<AcceptedBatch?>> RunAsync(IReadOnlyList<DocumentBatch> batches, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        var opened = await DocumentRows.OpenAsync(db, [.. batches.Where(batch => batch.Known is null).Select(batch => batch.Number)], cancel);
        var open = batches.Select(batch => (Document: batch.Known ?? opened.GetValueOrDefault(batch.Number), batch.Sent)).ToList();
        await DocumentRows.LearnSequencesAsync(db, [.. open.Where(one => one.Document is not null).SelectMany(one => one.Document!.Strangers(one.Sent))], cancel);

        var taken = open.Select(one => one.Document is null ? null : Take(one.Document, one.Sent)).ToList();
        var stored = await DocumentRows.StoreAsync(db, [.. taken.OfType<AcceptedBatch>()], clock.GetUtcNow(), cancel);
        return [.. taken.Select(batch => batch is null ? null : Settle(batch, stored))];
    }

    private static AcceptedBatch? Take(OpenDocument document, IReadOnlyList<SentUpdates> sent)
    {
        if (!document.Remembers(sent))
        {
            return null;
        }

        var (outcomes, rows) = ChangeBatch.Take(document, History.Remembered(document), sent);

        if (rows.Count > 0 && document.Version - document.KeptVersion < AcceptChanges.MostBetweenKept)
        {
            return new AcceptedBatch(document, rows, outcomes);
        }

        document.Undo();
        return null;
    }

    private static AcceptedBatch? Settle(AcceptedBatch batch, IReadOnlySet<Guid> stored)
    {
        var document = batch.Known!;

        if (stored.Contains(document.Id))
        {
            document.Settle(document.KeptVersion);
            return batch;
        }

        document.Undo();
        return null;
    }
}

/// <param name="Sent">From any number of windows. Of one window at most once, for the next depends on the answer.</param>
/// <param name="Known">What the batch before left, if anything.</param>
public sealed record DocumentBatch(int Number, IReadOnlyList<SentUpdates> Sent, OpenDocument? Known);
