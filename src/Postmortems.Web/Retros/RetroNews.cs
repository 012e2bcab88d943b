using System.Collections.Concurrent;
using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Threading.Channels;
using Postmortems.Domain.Retros;
using Postmortems.Web.Accounts;

namespace Postmortems.Web.Retros;

/// <summary>Tells the windows of this instance that something changed in the retro they follow. Each looks for itself what its reader may see.</summary>
internal sealed class RetroNews(SignedInPeople people, TimeProvider clock, IHostApplicationLifetime life)
{
    private const string StillHere = "still-here";

    /// <summary>How soon a line ends whose session has ended; also how soon a browser learns that it was cut.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    private readonly ConcurrentDictionary<Channel<string>, int> windows = new();

    /// <param name="payload">"12:step"</param>
    public void Hear(string payload)
    {
        if (payload.Split(':') is [var retro, var kind] && int.TryParse(retro, CultureInfo.InvariantCulture, out var number))
        {
            foreach (var window in windows.Where(window => window.Value == number))
            {
                window.Key.Writer.TryWrite(kind);
            }
        }
    }

    /// <summary>Nobody knows what changed while nobody listened.</summary>
    public void TellAll()
    {
        foreach (var window in windows.Keys)
        {
            window.Writer.TryWrite(RetroBell.Step);
        }
    }

    public async IAsyncEnumerable<SseItem<string>> FollowAsync(ClaimsPrincipal user, int number, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancel, life.ApplicationStopping);
        var news = Channel.CreateBounded<string>(new BoundedChannelOptions(20) { FullMode = BoundedChannelFullMode.DropOldest });
        windows[news] = number;

        try
        {
            // A browser takes its line for open once something was sent on it.
            var told = StillHere;

            while (!ends.IsCancellationRequested && await people.FindAsync(user, cancel) is not null)
            {
                yield return new SseItem<string>("", told);
                told = await NextAsync(news.Reader, ends.Token);
            }
        }
        finally
        {
            windows.TryRemove(news, out _);
        }
    }

    /// <summary>Several that wait are one; where the meeting went counts more than who was counted.</summary>
    private async Task<string> NextAsync(ChannelReader<string> news, CancellationToken ends)
    {
        using var heartbeat = new CancellationTokenSource(Heartbeat, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(heartbeat.Token, ends);

        try
        {
            var told = await news.ReadAsync(either.Token);

            while (news.TryRead(out var next))
            {
                told = next == RetroBell.Step ? next : told;
            }

            return told;
        }
        catch (OperationCanceledException)
        {
            return StillHere;
        }
    }
}
