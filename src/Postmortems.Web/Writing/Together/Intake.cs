using Microsoft.Extensions.Caching.Memory;
using Postmortems.Domain.Writing.Together;

namespace Postmortems.Web.Writing.Together;

/// <summary>
/// Where changes wait to be committed: those of one document together, as one batch after the other. What comes while a batch
/// is committed makes the next one, so a lone writer never waits and many share the work.
/// </summary>
internal sealed class Intake(AcceptChanges accept, Feeds feeds, BellRinger bell, ILogger<Intake> log) : IDisposable
{
    /// <summary>More at once would only wait for each other in the database.</summary>
    private const int MostAtOnce = 8;

    /// <summary>How long a document is remembered after somebody wrote.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(30);

    private readonly MemoryCache desks = new(new MemoryCacheOptions());
    private readonly SemaphoreSlim turns = new(MostAtOnce);

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

        lock (desk)
        {
            desk.Waiting.Add(waiting);

            if (desk.IsBusy)
            {
                return waiting.Outcome.Task;
            }

            desk.IsBusy = true;
        }

        _ = WorkAsync(desk);
        return waiting.Outcome.Task;
    }

    public void Dispose()
    {
        desks.Dispose();
        turns.Dispose();
    }

    private async Task WorkAsync(Desk desk)
    {
        while (Next(desk) is { Count: > 0 } batch)
        {
            await turns.WaitAsync();

            try
            {
                await CommitAsync(desk, batch);
            }
            finally
            {
                turns.Release();
            }

            // The more follow, the more it costs to tell them; what is typed meanwhile is told with the next.
            if (feeds.Find(desk.Number)?.Pause is { } pause && pause > TimeSpan.Zero)
            {
                await Task.Delay(pause);
            }
        }
    }

    private static List<Waiting> Next(Desk desk)
    {
        lock (desk)
        {
            var batch = desk.Waiting;
            desk.Waiting = [];
            desk.IsBusy = batch.Count > 0;
            return batch;
        }
    }

    private async Task CommitAsync(Desk desk, IReadOnlyList<Waiting> batch)
    {
        try
        {
            var done = await accept.RunAsync(desk.Number, [.. batch.Select(waiting => waiting.Sent)], desk.Known);
            desk.Known = done.Known;
            Tell(desk.Number, batch, done.Taken);

            foreach (var (waiting, outcome) in batch.Zip(done.Outcomes))
            {
                waiting.Outcome.SetResult(outcome);
            }
        }
        catch (Exception failed)
        {
            // Nobody knows whether it was committed. What is sent again is recognised.
            desk.Known = null;

            if (batch.Count == 1)
            {
                batch[0].Outcome.SetException(failed);
                return;
            }

            log.LogWarning(failed, "A batch of changes of postmortem {Number} failed; each is taken alone.", desk.Number);

            foreach (var waiting in batch)
            {
                await CommitAsync(desk, [waiting]);
            }
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

    /// <summary>One document that is written.</summary>
    private sealed class Desk(int number)
    {
        public int Number => number;

        public List<Waiting> Waiting { get; set; } = [];

        public bool IsBusy { get; set; }

        public OpenDocument? Known { get; set; }
    }

    private sealed record Waiting(SentUpdates Sent, string Name)
    {
        public TaskCompletionSource<AcceptOutcome?> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
