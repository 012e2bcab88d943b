using System.Security.Claims;
using Microsoft.Extensions.Caching.Memory;
using Postmortems.Domain.Accounts;

namespace Postmortems.Web.Accounts;

/// <summary>Asks for each request whether its session may go on, and the database at most once a second for each person.</summary>
internal sealed class SignedInPeople(IServiceProvider services) : IDisposable
{
    /// <summary>How long somebody who was disabled may still read, on any instance.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromSeconds(1);

    private readonly MemoryCache known = new(new MemoryCacheOptions());

    /// <returns>Null when the session has ended.</returns>
    public async Task<SignedIn?> FindAsync(ClaimsPrincipal? session, CancellationToken cancel)
    {
        var stamp = session?.FindFirstValue(UserClaims.StampClaim);

        if (stamp is null || !Guid.TryParse(session!.FindFirstValue(ClaimTypes.NameIdentifier), out var id))
        {
            return null;
        }

        // Another stamp may be newer than what is remembered, so only a match is taken from memory.
        if (known.Get<SignedIn>(id) is { } remembered && remembered.Stamp == stamp)
        {
            return remembered;
        }

        var found = await services.GetRequiredService<RecogniseSession>().RunAsync(id, cancel);

        if (found is not null)
        {
            known.Set(id, found, Memory);
        }

        return found?.Stamp == stamp ? found : null;
    }

    /// <summary>The next request of this person reads anew, at least on this instance.</summary>
    public void Forget(Guid id) => known.Remove(id);

    public void Dispose() => known.Dispose();
}
