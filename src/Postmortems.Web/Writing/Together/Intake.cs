using Microsoft.Extensions.Caching.Memory;
using Postmortems.Domain.Writing.Together;

namespace Postmortems.Web.Writing.Together;

/// <summary>
/// Where changes wait to be committed: those of one document together, as one batch after the other, and the batches of several
/// documents in one commit. What comes while others are committed goes with the next, so a lone writer never waits and many
/// share the work.
/// </summary>
internal sealed class Intake(AcceptQuickly acceptQuickly, AcceptChanges accept, Feeds feeds, BellRinger bell, ILogger<Intake> log) : IDisposable
{
    /// <summary>Commits of several documents at a time: while one is written down, the next is prepared.</summary>
    private const int MostCommits = 2;

    /// <summary>Documents in one commit.</summary>
    private const int MostTogether = 100;

    /// <summary>More documents that need a transaction of their own would only wait for each other in the database.</summary>
    private const int MostAlone = 8;

    /// <summary>How long a document is remembered after somebody wrote.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(30);

    private readonly MemoryCache desks = new(new MemoryCacheOptions());
    private readonly SemaphoreSlim turns = new(MostAlone);
    private readonly Queue<Desk> ready = [];
    private int commits;

    /// <param name="name">Of the writer, for those who follow.</param>
    /// <returns>Once the changes are committed; null when there is no such postmortem.</returns>
    public Task<AcceptOutcome?> TakeAsync(int number, SentUpdates sent, string name)
    {
        var desk = desks.GetOrCreate(number, entry =>
        {
            entry.SlidingExpiration = Memory;
            return new Desk(number);
        })!;

        var waiting = new Waiting(sent, name);

        if (desk.Add(waiting))
        {
            Begin(desk);
        }

        return waiting.Outcome.Task;
    }

    public void Dispose()
    {
        desks.Dispose();
        turns.Dispose();
    }

    /// <summary>With what waits at a desk that nobody works on.</summary>
    private void Begin(Desk desk)
    {
        lock (ready)
        {
            ready.Enqueue(desk);

            if (commits == MostCommits)
            {
                return;
            }

            commits++;
        }

        _ = CommitAsync();
    }

    private async Task CommitAsync()
    {
        while (NextReady() is { Count: > 0 } together)
        {
            await CommitAsync([.. together.Select(desk => (desk, desk.Next()))]);
        }
    }

    private List<Desk> NextReady()
    {
        lock (ready)
        {
            var next = new List<Desk>();

            while (next.Count < MostTogether && ready.TryDequeue(out var desk))
            {
                next.Add(desk);
            }

            commits -= next.Count == 0 ? 1 : 0;
            return next;
        }
    }

    private async Task CommitAsync(IReadOnlyList<(Desk Desk, IReadOnlyList<Waiting> Batch)> together)
    {
        IReadOnlyList<AcceptedBatch?> done;

        try
        {
            done = await acceptQuickly.RunAsync([.. together.Select(one => new DocumentBatch(one.Desk.Number, Sent(one.Batch), one.Desk.Known))]);
        }
        catch (Exception failed)
        {
            log.LogWarning(failed, "The changes of {Documents} documents could not be stored together; each is taken alone.", together.Count);
            done = [.. together.Select(AcceptedBatch? (one) => Forget(one.Desk))];
        }

        foreach (var ((desk, batch), accepted) in together.Zip(done))
        {
            if (accepted is null)
            {
                _ = CommitAloneAsync(desk, batch);
            }
            else
            {
                Answer(desk, batch, accepted);
                _ = GoOnAsync(desk);
            }
        }
    }

    /// <summary>Nobody knows whether it was committed. What is sent again is recognised.</summary>
    private static AcceptedBatch? Forget(Desk desk)
    {
        desk.Known = null;
        return null;
    }

    private async Task CommitAloneAsync(Desk desk, IReadOnlyList<Waiting> batch)
    {
        await turns.WaitAsync();

        try
        {
            await TakeAloneAsync(desk, batch);
        }
        finally
        {
            turns.Release();
        }

        await GoOnAsync(desk);
    }

    private async Task TakeAloneAsync(Desk desk, IReadOnlyList<Waiting> batch)
    {
        try
        {
            Answer(desk, batch, await accept.RunAsync(desk.Number, Sent(batch), desk.Known));
        }
        catch (Exception failed)
        {
            Forget(desk);

            if (batch.Count == 1)
            {
                batch[0].Outcome.SetException(failed);
                return;
            }

            log.LogWarning(failed, "A batch of changes of postmortem {Number} failed; each is taken alone.", desk.Number);

            foreach (var waiting in batch)
            {
                await TakeAloneAsync(desk, [waiting]);
            }
        }
    }

    private async Task GoOnAsync(Desk desk)
    {
        // The more follow, the more it costs to tell them; what is typed meanwhile is told with the next.
        if (feeds.Find(desk.Number)?.Pause is { } pause && pause > TimeSpan.Zero)
        {
            await Task.Delay(pause);
        }

        if (desk.GoesOn())
        {
            Begin(desk);
        }
    }

    private static IReadOnlyList<SentUpdates> Sent(IEnumerable<Waiting> batch) => [.. batch.Select(waiting => waiting.Sent)];

    private void Answer(Desk desk, IReadOnlyList<Waiting> batch, AcceptedBatch done)
    {
        desk.Known = done.Known;
        Tell(desk.Number, batch, done.Taken);

        foreach (var (waiting, outcome) in batch.Zip(done.Outcomes))
        {
            waiting.Outcome.SetResult(outcome);
        }
    }

    private void Tell(int number, IReadOnlyList<Waiting> batch, IReadOnlyList<TakenChange> taken)
    {
        if (taken.Count == 0)
        {
            return;
        }

        var names = batch.DistinctBy(waiting => waiting.Sent.Actor.UserId).ToDictionary(waiting => waiting.Sent.Actor.UserId, waiting => waiting.Name);
        feeds.Find(number)?.Put([.. taken.Select(change => new ChangeRow(change.Version, change.Client, change.Sequence, names[change.By], change.Changes))]);
        bell.Ring(number);
    }
}
