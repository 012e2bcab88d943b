using System.Net.ServerSentEvents;
using System.Security.Claims;
using Postmortems.Web.Shell;

namespace Postmortems.Web.Writing.Together;

/// <summary>What the windows of this instance are told of a document beside its changes. Best effort: who misses something looks anew later.</summary>
/// <param name="pages">Those that do not follow the text itself.</param>
internal sealed class DocumentNews(Feeds feeds, FollowingWindows pages)
{
    /// <summary>Somebody said something about it, or settled it. Each window reads for itself what its reader may see.</summary>
    public const string Comments = "comments";

    /// <summary>A question about the wording was answered, or an answer taken back.</summary>
    public const string Wording = "wording";

    /// <summary>Who writes, and where.</summary>
    public const string Presence = "presence";

    public void Tell(int number, string kind)
    {
        feeds.Find(number)?.Say(Events.Of(kind, number));
        pages.Tell(number, kind);
    }

    /// <summary>Nobody knows what was told while nobody listened.</summary>
    public void TellAll(string kind)
    {
        feeds.SayToAll(Events.Of(kind, 0));
        pages.TellAll(kind);
    }

    /// <summary>For a page that does not follow the text itself.</summary>
    public IAsyncEnumerable<SseItem<string>> FollowAsync(ClaimsPrincipal user, int number, CancellationToken cancel) => pages.FollowAsync(user, number, cancel);
}
