namespace Postmortems.Domain.Writing.Together;

/// <summary>The changes that a batch must be brought over: what is remembered, and from the database what is not.</summary>
internal sealed class History(OpenDocument document, int before, int from, IReadOnlyList<Update> older)
{
    /// <summary>Where nothing older is asked for.</summary>
    public static History Remembered(OpenDocument document) => new(document, document.Version, document.Version, []);

    public static async Task<History> OfAsync(PostmortemsDb db, OpenDocument document, IReadOnlyList<SentUpdates> sent, CancellationToken cancel)
    {
        await DocumentRows.LearnSequencesAsync(db, [.. document.Strangers(sent)], cancel);
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
}
