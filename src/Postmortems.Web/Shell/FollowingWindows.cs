using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Threading.Channels;
using Postmortems.Web.Accounts;

namespace Postmortems.Web.Shell;

/// <summary>The windows of this instance that follow something by its number. They are told that it changed, and each looks for itself what its reader may see.</summary>
internal sealed class FollowingWindows(SignedInPeople people, TimeProvider clock, IHostApplicationLifetime life)
{
    private const string StillHere = "still-here";

    /// <summary>How soon a line ends whose session has ended; also how soon a browser learns that it was cut.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<Window, int> open = new();

    public void Tell(int number, string kind)
    {
        foreach (var (window, followed) in open)
        {
            if (followed == number)
            {
                window.Tell(kind);
            }
        }
    }

    /// <summary>Nobody knows what was told while nobody listened.</summary>
    public void TellAll(string kind)
    {
        foreach (var window in open.Keys)
        {
            window.Tell(kind);
        }
    }

    public async IAsyncEnumerable<SseItem<string>> FollowAsync(ClaimsPrincipal user, int number, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancel, life.ApplicationStopping);
        var window = new Window();
        open[window] = number;

        try
        {
            // A browser takes its line for open once something was sent on it.
            IReadOnlyCollection<string> told = [StillHere];

            while (!ends.IsCancellationRequested && await people.FindAsync(user, cancel) is not null)
            {
                foreach (var kind in told)
                {
                    yield return new SseItem<string>("", kind);
                }

                told = await NextAsync(window, ends.Token);
            }
        }
        finally
        {
            open.TryRemove(window, out _);
        }
    }

    private async Task<IReadOnlyCollection<string>> NextAsync(Window window, CancellationToken ends)
    {
        using var heartbeat = new CancellationTokenSource(Heartbeat, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(heartbeat.Token, ends);

        try
        {
            return await window.NextAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            return [StillHere];
        }
    }

    /// <summary>What waits for one window: each kind once, however often it was told and however slow the line is.</summary>
    private sealed class Window
    {
        private readonly HashSet<string> waiting = [];
        private readonly Channel<bool> bell = Channel.CreateBounded<bool>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });

        public void Tell(string kind)
        {
            lock (waiting)
            {
                waiting.Add(kind);
            }

            bell.Writer.TryWrite(true);
        }

        public async Task<IReadOnlyCollection<string>> NextAsync(CancellationToken cancel)
        {
            await bell.Reader.ReadAsync(cancel);

            lock (waiting)
            {
                string[] told = [.. waiting];
                waiting.Clear();
                return told;
            }
        }
    }
}
