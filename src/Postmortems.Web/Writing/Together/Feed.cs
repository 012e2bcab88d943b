using System.Threading.Channels;
using Postmortems.Domain.Writing.Together;

namespace Postmortems.Web.Writing.Together;

/// <summary>
/// One document as it is followed on this instance: read once for all windows, whichever instance took a change. What this
/// instance took is put in by hand, what others took is read when they ring, and every now and then in case no ring came.
/// </summary>
internal sealed class Feed(int number, FollowDocument follow, TimeProvider clock, ILogger<Feed> log) : IDisposable
{
    /// <summary>How soon a change is seen whose ring was lost; also how soon a window learns that the line was cut.</summary>
    public static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    private const int Unknown = -1;

    private readonly Lock putting = new();
    private readonly CancellationTokenSource closed = new();
    private readonly Channel<bool> rings = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
    private volatile Frame newest = new(Unknown, Unknown, default);

    /// <summary>How many follow now; counted by whoever opens and closes feeds.</summary>
    public int Windows { get; set; }

    /// <summary>Between two batches of changes, so that telling them leaves time for other work.</summary>
    public TimeSpan Pause => TimeSpan.FromMilliseconds(Math.Min(Windows * 0.02, 25));

    /// <summary>Where a window begins to follow. What it has not heard until then it reads by itself.</summary>
    public Frame Newest => newest;

    public void Open() => _ = KeepUpAsync(closed.Token);

    public void Dispose()
    {
        closed.Cancel();
        closed.Dispose();
    }

    public void Ring() => rings.Writer.TryWrite(true);

    /// <summary>Something to every window that is no change of the text.</summary>
    public void Say(ReadOnlyMemory<byte> said)
    {
        lock (putting)
        {
            newest = newest.Continue(newest.Version, said);
        }
    }

    /// <summary>Of what is known already nothing is said twice; what does not follow is read instead.</summary>
    public void Put(IReadOnlyList<ChangeRow> changes)
    {
        lock (putting)
        {
            if (newest.Version == Unknown || changes[0].Version > newest.Version + 1)
            {
                Ring();
            }
            else if (changes[^1].Version > newest.Version)
            {
                IReadOnlyList<ChangeRow> fresh = [.. changes.SkipWhile(change => change.Version <= newest.Version)];
                newest = newest.Continue(fresh[^1].Version, Events.OfChanges(fresh, fresh[^1].Version));
            }
        }
    }

    private async Task KeepUpAsync(CancellationToken cancel)
    {
        while (!cancel.IsCancellationRequested)
        {
            try
            {
                await LookAsync(cancel);

                if (!await RangAsync(cancel))
                {
                    Beat(newest.Version);
                }
            }
            catch (OperationCanceledException) when (cancel.IsCancellationRequested)
            {
                return;
            }
            catch (Exception failed)
            {
                log.LogWarning(failed, "Postmortem {Number} cannot be followed at the moment. The next try is in a second.", number);
                await Task.Delay(TimeSpan.FromSeconds(1), clock, CancellationToken.None);
            }
        }
    }

    /// <summary>A wait that is over must not take the next ring with it.</summary>
    private async Task<bool> RangAsync(CancellationToken cancel)
    {
        using var heartbeat = new CancellationTokenSource(Heartbeat, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(heartbeat.Token, cancel);

        try
        {
            return await rings.Reader.ReadAsync(either.Token);
        }
        catch (OperationCanceledException) when (!cancel.IsCancellationRequested)
        {
            return false;
        }
    }

    private async Task LookAsync(CancellationToken cancel)
    {
        if (newest.Version == Unknown)
        {
            Beat((await follow.RunAsync(number, after: null, cancel)).Version);
        }

        while ((await follow.RunAsync(number, newest.Version, cancel)).Changes is { Count: > 0 } changes)
        {
            Put(changes);
        }
    }

    private void Beat(int atLeast)
    {
        lock (putting)
        {
            // A change may have been put in since somebody looked.
            var version = Math.Max(newest.Version, atLeast);
            newest = newest.Continue(version, Events.OfChanges([], version));
        }
    }
}
