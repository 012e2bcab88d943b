using System.Collections.Concurrent;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using System.Threading.Channels;
using Postmortems.Web.Accounts;

namespace Postmortems.Web.Writing.Together;

/// <summary>What the windows of this instance are told of a document beside its changes. Best effort: who misses something looks anew later.</summary>
internal sealed class DocumentNews(Feeds feeds, SignedInPeople people, TimeProvider clock, IHostApplicationLifetime life)
{
    /// <summary>Somebody said something about it, or settled it. Each window reads for itself what its reader may see.</summary>
    public const string Comments = "comments";

    /// <summary>A question about the wording was answered, or an answer taken back.</summary>
    public const string Wording = "wording";

    /// <summary>Who writes, and where.</summary>
    public const string Presence = "presence";

    private const string StillHere = "still-here";

    /// <summary>How soon a line ends whose session has ended; also how soon a browser learns that it was cut.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(15);

    /// <summary>Pages that do not follow the text, and what waits for them.</summary>
    private readonly ConcurrentDictionary<Channel<string>, int> pages = new();

    public void Tell(int number, string kind)
    {
        feeds.Find(number)?.Say(Events.Of(kind, number));

        foreach (var page in pages.Where(page => page.Value == number))
        {
            page.Key.Writer.TryWrite(kind);
        }
    }

    /// <summary>Nobody knows what was told while nobody listened.</summary>
    public void TellAll(string kind)
    {
        feeds.SayToAll(Events.Of(kind, 0));

        foreach (var page in pages.Keys)
        {
            page.Writer.TryWrite(kind);
        }
    }

    /// <summary>For a page that does not follow the text itself.</summary>
    public async IAsyncEnumerable<SseItem<string>> FollowAsync(ClaimsPrincipal user, int number, [EnumeratorCancellation] CancellationToken cancel)
    {
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancel, life.ApplicationStopping);

        // Several in a row are one: it only says that there is something to look at.
        var news = Channel.CreateBounded<string>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropWrite });
        pages[news] = number;

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
            pages.TryRemove(news, out _);
        }
    }

    private async Task<string> NextAsync(ChannelReader<string> news, CancellationToken ends)
    {
        using var heartbeat = new CancellationTokenSource(Heartbeat, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(heartbeat.Token, ends);

        try
        {
            return await news.ReadAsync(either.Token);
        }
        catch (OperationCanceledException)
        {
            return StillHere;
        }
    }
}
