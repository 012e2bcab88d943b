using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Postmortems.Domain.Writing.Together;

/// <summary>
/// A document's row, held alone until the transaction ends. Written by hand, for it is the path of every key that somebody
/// presses: a batch mostly costs one round trip, and the text is not read while it is remembered.
/// </summary>
internal sealed class DocumentRow(Guid id, int version, int keptVersion, bool isPublished)
{
    public int Version => version;

    public int KeptVersion { get; set; } = keptVersion;

    public bool IsPublished => isPublished;

    /// <summary>Whether it is published stays as it is, too.</summary>
    /// <returns>Null when there is no such postmortem.</returns>
    public static async Task<DocumentRow?> HoldAsync(PostmortemsDb db, int number, CancellationToken cancel)
    {
        await using var batch = BatchOn(db);
        batch.BatchCommands.Add(Command("SELECT 1 FROM postmortems WHERE number = $1 FOR SHARE", number));
        batch.BatchCommands.Add(Command(
            """
            SELECT d.postmortem_id, d.version, d.kept_version, p.publication_at IS NOT NULL
            FROM postmortems p JOIN documents d ON d.postmortem_id = p.id
            WHERE p.number = $1 AND p.deletion_at IS NULL FOR UPDATE OF d
            """,
            number));

        await using var reader = await batch.ExecuteReaderAsync(cancel);
        await reader.NextResultAsync(cancel);

        return await reader.ReadAsync(cancel)
            ? new DocumentRow(reader.GetGuid(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetBoolean(3))
            : null;
    }

    /// <summary>Takes what is remembered and what other instances added since, or else reads the text.</summary>
    public async Task<OpenDocument> OpenAsync(PostmortemsDb db, OpenDocument? known, CancellationToken cancel)
    {
        if (known is not null && known.Id == id && known.Version <= version)
        {
            var missed = known.Version == version ? [] : await db.ChangesAfterAsync(id, known.Version, cancel);

            if (missed.Count == version - known.Version)
            {
                missed.ForEach(change => known.Take(ToUpdate(change)));
                return known;
            }
        }

        return OpenDocument.Of(await db.DocumentAsync(id, cancel));
    }

    /// <summary>The text with it when this version is kept whole, see <see cref="Document.Text"/>.</summary>
    public async Task StoreAsync(PostmortemsDb db, OpenDocument document, IReadOnlyList<TakenChange> taken, DateTimeOffset now, CancellationToken cancel)
    {
        await using var batch = BatchOn(db);
        batch.BatchCommands.Add(Command(
            """
            INSERT INTO document_changes (postmortem_id, at, version, client, sequence, by, changes)
            SELECT $1, $2, new.* FROM unnest($3, $4, $5, $6, $7) AS new
            """,
            [id, now, .. Columns(taken)]));
        batch.BatchCommands.Add(Command(
            "UPDATE documents SET version = $2, written_by = $3, written_at = $4 WHERE postmortem_id = $1",
            id,
            document.Version,
            taken[^1].By,
            now));

        if (KeptVersion == document.Version)
        {
            batch.BatchCommands.Add(Command("UPDATE documents SET text = $2, kept_version = $3 WHERE postmortem_id = $1", id, document.Text, KeptVersion));
        }

        await batch.ExecuteNonQueryAsync(cancel);
    }

    public static Update ToUpdate(DocumentChange change) => new(change.Client, change.Sequence, ChangeSetJson.Parse(change.Changes));

    private static object[] Columns(IReadOnlyList<TakenChange> taken) =>
    [
        taken.Select(change => change.Version).ToArray(),
        taken.Select(change => change.Client).ToArray(),
        taken.Select(change => change.Sequence).ToArray(),
        taken.Select(change => change.By).ToArray(),
        taken.Select(change => change.Changes).ToArray(),
    ];

    private static NpgsqlBatch BatchOn(PostmortemsDb db) =>
        new((NpgsqlConnection)db.Database.GetDbConnection(), (NpgsqlTransaction)db.Database.CurrentTransaction!.GetDbTransaction());

    private static NpgsqlBatchCommand Command(string sql, params object[] values)
    {
        var command = new NpgsqlBatchCommand(sql);
        command.Parameters.AddRange(Parameters(values));
        return command;
    }

    private static NpgsqlParameter[] Parameters(object[] values) => [.. values.Select(value => new NpgsqlParameter { Value = value })];
}
