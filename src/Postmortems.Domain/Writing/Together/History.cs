using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Writing.Together;

/// <summary>The changes that a batch must be brought over: what is remembered, and from the database what is not.</summary>
internal sealed class History(OpenDocument document, int before, int from, IReadOnlyList<Update> older)
{
    /// <summary>Where nothing older is asked for.</summary>
    public static History Remembered(OpenDocument document) => new(document, document.Version, document.Version, []);

    public static async Task<History> OfAsync(PostmortemsDb db, OpenDocument document, IReadOnlyList<SentUpdates> sent, CancellationToken cancel)
    {
        await LearnSequencesAsync(db, document, sent, cancel);
        var forgotten = sent.Where(one => document.After(one.BasedOn) is null).Select(one => one.BasedOn).DefaultIfEmpty(document.Version).Min();
        var older = forgotten < document.Version ? await db.ChangesAfterAsync(document.Id, forgotten, cancel) : [];
        return new History(document, document.Version, forgotten, [.. older.Select(DocumentRow.ToUpdate)]);
    }

    /// <returns>What was accepted after a version, this batch's included; null when the document never had that version.</returns>
    public IReadOnlyList<Update>? After(int version)
    {
        if (version > document.Version || version < 0)
        {
            return null;
        }

        if (document.After(version) is { } remembered)
        {
            return remembered;
        }

        return older.Count == before - from ? [.. older.Skip(version - from), .. document.After(before)!] : null;
    }

    private static async Task LearnSequencesAsync(PostmortemsDb db, OpenDocument document, IReadOnlyList<SentUpdates> sent, CancellationToken cancel)
    {
        var strangers = sent.SelectMany(one => one.Updates).Select(update => update.Client).Distinct().Where(client => !document.Knows(client)).ToArray();

        if (strangers.Length == 0)
        {
            return;
        }

        var last = await db.DocumentChanges
            .Where(change => change.PostmortemId == document.Id && strangers.Contains(change.Client))
            .GroupBy(change => change.Client)
            .Select(changes => new { Client = changes.Key, Sequence = changes.Max(change => change.Sequence) })
            .ToDictionaryAsync(row => row.Client, row => row.Sequence, cancel);

        foreach (var client in strangers)
        {
            document.Learn(client, last.GetValueOrDefault(client));
        }
    }
}
