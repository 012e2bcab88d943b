using Microsoft.EntityFrameworkCore;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;

namespace Postmortems.Domain.Writing.Together;

/// <summary>
/// Takes what somebody typed while others type too. Every change is a version; what was made on an older one is brought up to
/// the newest. Once this returns, the changes are committed; sent again, they are known and taken once.
/// </summary>
public sealed class AcceptChanges(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <summary>Versions. So many changes at most are applied to a kept text to come to the newest.</summary>
    public const int MostBetweenKept = 200;

    /// <summary>How long nobody must have written before a version is kept whole.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromSeconds(10);

    /// <param name="basedOn">The version that the window had when it made the first of the sent changes.</param>
    /// <param name="sent">All from one window, in the order in which they were made.</param>
    /// <returns>Null when there is no such postmortem.</returns>
    /// <exception cref="RuleBrokenException">None of what was sent was taken, now or before.</exception>
    public async Task<AcceptOutcome?> RunAsync(Actor actor, int number, int basedOn, IReadOnlyList<Update> sent, CancellationToken cancel = default)
    {
        actor.MustEdit();

        await using var db = await databases.CreateDbContextAsync(cancel);
        await using var transaction = await db.Database.BeginTransactionAsync(cancel);
        await db.HoldAsItIsAsync(number, cancel);

        var postmortem = await db.Postmortems
            .Where(p => p.Number == number && p.Deletion == null)
            .Select(p => new { p.Id, IsPublished = p.Publication != null })
            .SingleOrDefaultAsync(cancel);

        if (postmortem is null)
        {
            return null;
        }

        if (postmortem.IsPublished)
        {
            throw new RuleBrokenException("document/published", "This postmortem is published by now and changes by amendments. What you typed stays on this device.");
        }

        var document = await db.DocumentAloneAsync(postmortem.Id, cancel);
        var accepted = await db.ChangesAfterAsync(postmortem.Id, basedOn, cancel);

        if (accepted.Count != document.Version - basedOn)
        {
            return new AcceptOutcome.OtherHistory(document.Version);
        }

        var others = accepted.Select(ToUpdate).ToList();
        var fitting = Fitting(sent, others is [var next, ..] ? next.Changes.Length : document.Text.Length);
        var fresh = Rebase.Over(fitting, others);
        await MustFollowAsync(db, postmortem.Id, fresh, cancel);

        var taken = Take(document, fresh, actor.UserId, clock.GetUtcNow());
        var refusal = taken.Refusal ?? (fitting.Count < sent.Count ? ChangeSetJson.NoChange() : null);

        if (refusal is not null && taken.Changes.Count == 0 && fresh.Count == fitting.Count)
        {
            throw refusal;
        }

        await StoreAsync(db, document, taken.Changes, cancel);
        await db.RingAsync(number, cancel);
        await transaction.CommitAsync(cancel);
        return new AcceptOutcome.Accepted(document.Version, refusal?.Message);
    }

    private static Update ToUpdate(DocumentChange change) => new(change.Client, change.Sequence, ChangeSetJson.Parse(change.Changes));

    /// <param name="length">Of the text that the first was made on. Each of the others was made on what the one before left.</param>
    private static List<Update> Fitting(IReadOnlyList<Update> sent, int length) =>
        [.. sent.TakeWhile((update, i) => update.Changes.Length == (i == 0 ? length : sent[i - 1].Changes.LengthAfter))];

    /// <summary>A gap would mean that something was lost on the way, and a number that was used before that two windows take themselves for one.</summary>
    private static async Task MustFollowAsync(PostmortemsDb db, Guid postmortem, IReadOnlyList<Update> fresh, CancellationToken cancel)
    {
        if (fresh is not [var first, ..])
        {
            return;
        }

        var last = await db.DocumentChanges
            .Where(c => c.PostmortemId == postmortem && c.Client == first.Client)
            .MaxAsync(c => (int?)c.Sequence, cancel) ?? 0;

        if (fresh.Index().Any(update => update.Item.Client != first.Client || update.Item.Sequence != last + 1 + update.Index))
        {
            throw Rebase.DoesNotFollow();
        }
    }

    /// <summary>A change that would leave something no document may hold is refused, and with it what was typed upon it.</summary>
    private static Taken Take(Document document, IReadOnlyList<Update> fresh, Guid by, DateTimeOffset at)
    {
        var text = document.Text;
        var changes = new List<DocumentChange>();
        RuleBrokenException? refusal = null;

        foreach (var (client, sequence, set) in fresh)
        {
            try
            {
                text = DocumentText.Accept(set.Apply(text));
            }
            catch (RuleBrokenException broken)
            {
                refusal = broken;
                break;
            }

            changes.Add(new DocumentChange(document.PostmortemId, document.Version + changes.Count + 1, client, sequence, by, at, ChangeSetJson.Say(set)));
        }

        if (changes.Count > 0)
        {
            document.Take(text, changes.Count, by, at);
        }

        return new Taken(changes, refusal);
    }

    private async Task StoreAsync(PostmortemsDb db, Document document, List<DocumentChange> changes, CancellationToken cancel)
    {
        if (changes.Count == 0)
        {
            return;
        }

        var behind = document.Version - document.KeptVersion;

        if (behind == changes.Count)
        {
            db.Errands.Add(new Errand(Errand.KeepVersions, clock.GetUtcNow() + Pause));
        }

        if (behind >= MostBetweenKept)
        {
            db.Add(document.Keep());
        }

        db.AddRange(changes);
        await db.SaveChangesAsync(cancel);
    }

    private sealed record Taken(List<DocumentChange> Changes, RuleBrokenException? Refusal);
}

public abstract record AcceptOutcome
{
    /// <param name="Refusal">Why the rest was not taken, if not all of it was.</param>
    public sealed record Accepted(int Version, string? Refusal) : AcceptOutcome;

    /// <summary>The window knows a version that this document never had, as after a backup came back.</summary>
    public sealed record OtherHistory(int Version) : AcceptOutcome;
}
