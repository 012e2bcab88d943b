using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Writing.Together;

/// <summary>
/// Takes what people typed at the same time, as one batch. Every change is a version; what was made on an older one is brought up
/// to the newest. Once this returns, the changes are committed; sent again, they are known and taken once.
/// </summary>
[WithoutActor("Each of the sent carries its own actor and is asked alone.")]
public sealed class AcceptChanges(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <summary>Versions. So many changes at most are applied to a kept text to come to the newest.</summary>
    public const int MostBetweenKept = 1000;

    /// <summary>How long nobody must have written before a version is kept whole.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <param name="sent">From any number of windows. Of one window at most once, for the next depends on the answer.</param>
    /// <param name="known">What the batch before left, if anything.</param>
    public async Task<AcceptedBatch> RunAsync(int number, IReadOnlyList<SentUpdates> sent, OpenDocument? known = null, CancellationToken cancel = default)
    {
        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);

        if (await DocumentRow.HoldAsync(db, number, cancel) is not { } row)
        {
            return AcceptedBatch.Nothing(null, sent);
        }

        if (row.IsPublished)
        {
            return AcceptedBatch.Nothing(
                new AcceptOutcome.Refused(new RuleBrokenException("document/published", "This postmortem is published by now and changes by amendments. What you typed stays on this device.")), sent);
        }

        var document = await row.OpenAsync(db, known, cancel);
        var history = await History.OfAsync(db, document, sent, cancel);
        var (outcomes, rows) = ChangeBatch.Take(document, history, sent);

        if (rows.Count > 0)
        {
            var now = clock.GetUtcNow();
            await KeepNowAndThenAsync(db, row, document, rows[^1].By, now, cancel);
            await row.StoreAsync(db, document, rows, now, cancel);
        }

        await transaction.CommitAsync(cancel);
        document.Settle(row.KeptVersion);
        return new AcceptedBatch(document, rows, outcomes);
    }

    private static async Task KeepNowAndThenAsync(PostmortemsDb db, DocumentRow row, OpenDocument document, Guid by, DateTimeOffset now, CancellationToken cancel)
    {
        if (row.Version == row.KeptVersion)
        {
            db.Errands.Add(new Errand(Errand.KeepVersions, now + Pause));
        }

        if (document.Version - row.KeptVersion >= MostBetweenKept)
        {
            db.Add(new DocumentVersion(document.Id, document.Version, document.Text, by, now));
            row.KeptVersion = document.Version;
        }

        await db.SaveChangesAsync(cancel);
    }
}

/// <param name="BasedOn">The version that the window had when it made the first of these.</param>
/// <param name="Updates">All from one window, in the order in which they were made.</param>
public sealed record SentUpdates(Actor Actor, int BasedOn, IReadOnlyList<Update> Updates);

/// <summary>A change as it was committed, see <see cref="DocumentChange"/>.</summary>
public sealed record TakenChange(int Version, Guid Client, int Sequence, Guid By, string Changes);

/// <param name="Known">For the next batch; null when there is no such document to write.</param>
/// <param name="Taken">In the order of their versions.</param>
/// <param name="Outcomes">One for each that was sent, in that order; null when there is no such postmortem.</param>
public sealed record AcceptedBatch(OpenDocument? Known, IReadOnlyList<TakenChange> Taken, IReadOnlyList<AcceptOutcome?> Outcomes)
{
    internal static AcceptedBatch Nothing(AcceptOutcome? outcome, IReadOnlyList<SentUpdates> sent) => new(null, [], [.. sent.Select(_ => outcome)]);
}

public abstract record AcceptOutcome
{
    /// <param name="Refusal">Why the rest was not taken, if not all of it was.</param>
    public sealed record Accepted(int Version, string? Refusal) : AcceptOutcome;

    /// <summary>The window knows a version that this document never had, as after a backup came back.</summary>
    public sealed record OtherHistory(int Version) : AcceptOutcome;

    /// <summary>None of what this window sent was taken, now or before.</summary>
    public sealed record Refused(RuleBrokenException Why) : AcceptOutcome;
}
