using System.Globalization;
using System.Net.ServerSentEvents;
using System.Security.Claims;
using Postmortems.Domain.Retros;
using Postmortems.Web.Shell;

namespace Postmortems.Web.Retros;

/// <summary>Tells the windows of this instance that something changed in the retro they follow.</summary>
internal sealed class RetroNews(FollowingWindows windows)
{
    /// <param name="payload">"12:step"</param>
    public void Hear(string payload)
    {
        if (payload.Split(':') is [var retro, var kind] && int.TryParse(retro, CultureInfo.InvariantCulture, out var number))
        {
            windows.Tell(number, kind);
        }
    }

    /// <summary>Nobody knows what changed while nobody listened.</summary>
    public void TellAll() => windows.TellAll(RetroBell.Step);

    public IAsyncEnumerable<SseItem<string>> FollowAsync(ClaimsPrincipal user, int number, CancellationToken cancel) => windows.FollowAsync(user, number, cancel);
}
