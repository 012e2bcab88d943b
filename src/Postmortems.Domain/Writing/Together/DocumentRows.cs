using Microsoft.EntityFrameworkCore;
using Npgsql;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Writing.Together;

/// <summary>
/// The rows of several documents that are still to be written, read and moved on by the same few commands however many there
/// are. Written by hand, for it is the path of every key that somebody presses.
/// </summary>
internal static class DocumentRows
{
    /// <summary>
    /// Only where the row stands where it is remembered to stand. One that somebody holds is passed over, so no document waits for
    /// another one. The first change after a text was kept asks that it be kept again.
    /// </summary>
    private const string Store =
        """
        WITH sent AS (
            SELECT * FROM unnest($1, $2, $3, $4, $5) AS sent (id, known, kept, version, by)),
        open AS (
            SELECT d.postmortem_id, sent.version, sent.by, sent.known = sent.kept AS was_kept
            FROM sent JOIN documents d ON d.postmortem_id = sent.id JOIN postmortems p ON p.id = sent.id
            WHERE d.version = sent.known AND d.kept_version = sent.kept AND p.publication_at IS NULL AND p.deletion_at IS NULL
            FOR UPDATE OF d SKIP LOCKED FOR SHARE OF p SKIP LOCKED),
        moved AS (
            UPDATE documents SET version = open.version, written_by = open.by, written_at = $6
            FROM open WHERE documents.postmortem_id = open.postmortem_id RETURNING documents.postmortem_id),
        told AS (
            INSERT INTO document_changes (postmortem_id, at, version, client, sequence, by, changes)
            SELECT change.id, $6, change.version, change.client, change.sequence, change.by, change.changes
            FROM unnest($7, $8, $9, $10, $11, $12) AS change (id, version, client, sequence, by, changes)
            JOIN moved ON moved.postmortem_id = change.id),
        asked AS (
            INSERT INTO errands (id, kind, created_at, not_before, attempts)
            SELECT $13, $14, $15, $15, 0 WHERE EXISTS (SELECT FROM open WHERE was_kept))
        SELECT postmortem_id FROM moved
        """;

    /// <returns>By number, those that can be written.</returns>
    public static async Task<IReadOnlyDictionary<int, OpenDocument>> OpenAsync(PostmortemsDb db, int[] numbers, CancellationToken cancel)
    {
        if (numbers.Length == 0)
        {
            return new Dictionary<int, OpenDocument>();
        }

        var found = await db.Postmortems
            .Where(p => numbers.Contains(p.Number) && p.Publication == null && p.Deletion == null)
            .Join(db.Documents.AsNoTracking(), p => p.Id, d => d.PostmortemId, (p, d) => new { p.Number, Document = d })
            .ToListAsync(cancel);
        await db.CatchUpAsync([.. found.Select(row => row.Document)], cancel);
        return found.ToDictionary(row => row.Number, row => OpenDocument.Of(row.Document));
    }

    /// <summary>Which of its changes each of these windows sent last.</summary>
    public static async Task LearnSequencesAsync(PostmortemsDb db, IReadOnlyList<(OpenDocument Document, Guid Client)> strangers, CancellationToken cancel)
    {
        if (strangers.Count == 0)
        {
            return;
        }

        var documents = strangers.Select(stranger => stranger.Document.Id).ToArray();
        var clients = strangers.Select(stranger => stranger.Client).ToArray();
        var last = await db.Database
            .SqlQuery<int>(
                $"""
                SELECT coalesce((SELECT max(sequence) FROM document_changes c WHERE c.postmortem_id = stranger.id AND c.client = stranger.client), 0) AS "Value"
                FROM unnest({documents}, {clients}) WITH ORDINALITY AS stranger (id, client, place) ORDER BY place
                """)
            .ToListAsync(cancel);

        foreach (var ((document, client), sequence) in strangers.Zip(last))
        {
            document.Learn(client, sequence);
        }
    }

    /// <param name="changed">By what they remember, which says where the rows should stand before and after.</param>
    /// <returns>The documents that were stored.</returns>
    public static async Task<IReadOnlySet<Guid>> StoreAsync(PostmortemsDb db, IReadOnlyList<AcceptedBatch> changed, DateTimeOffset now, CancellationToken cancel)
    {
        if (changed.Count == 0)
        {
            return new HashSet<Guid>();
        }

        var asked = new Errand(Errand.KeepVersions, now + AcceptChanges.Pause);
        var changes = changed.SelectMany(batch => batch.Taken.Select(taken => (batch.Known!.Id, Taken: taken))).ToList();
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = new NpgsqlCommand(Store, (NpgsqlConnection)db.Database.GetDbConnection());
        Each(changed, batch => batch.Known!.Id);
        Each(changed, batch => batch.Known!.Version - batch.Taken.Count);
        Each(changed, batch => batch.Known!.KeptVersion);
        Each(changed, batch => batch.Known!.Version);
        Each(changed, batch => batch.Taken[^1].By);
        Value(now);
        Each(changes, change => change.Id);
        Each(changes, change => change.Taken.Version);
        Each(changes, change => change.Taken.Client);
        Each(changes, change => change.Taken.Sequence);
        Each(changes, change => change.Taken.By);
        Each(changes, change => change.Taken.Changes);
        Value(asked.Id);
        Value(asked.Kind);
        Value(asked.NotBefore);

        await command.PrepareAsync(cancel);
        await using var reader = await command.ExecuteReaderAsync(cancel);
        var stored = new HashSet<Guid>();

        while (await reader.ReadAsync(cancel))
        {
            stored.Add(reader.GetGuid(0));
        }

        return stored;

        void Each<TFrom, TValue>(IEnumerable<TFrom> from, Func<TFrom, TValue> value) => Value(from.Select(value).ToArray());

        void Value(object value) => command.Parameters.Add(new NpgsqlParameter { Value = value });
    }
}
