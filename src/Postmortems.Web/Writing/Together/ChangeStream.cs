using System.Globalization;
using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Security.Claims;
using Postmortems.Domain.Writing.Together;
using Postmortems.Web.Accounts;

namespace Postmortems.Web.Writing.Together;

/// <summary>Follows a document for one window, for as long as its session may go on.</summary>
internal sealed class ChangeStream(Bell bell, ReadChanges read, SignedInPeople people, TimeProvider clock, IHostApplicationLifetime life)
{
    /// <summary>How soon a change is seen whose ring was lost; also how soon a window learns that the line was cut.</summary>
    private static readonly TimeSpan Heartbeat = TimeSpan.FromSeconds(5);

    public async IAsyncEnumerable<SseItem<IReadOnlyList<ChangeRow>>> FollowAsync(
        ClaimsPrincipal user, int number, int after, [EnumeratorCancellation] CancellationToken cancel)
    {
        // An instance that is to stop would wait for its windows; they find another one.
        using var ends = CancellationTokenSource.CreateLinkedTokenSource(cancel, life.ApplicationStopping);

        while (!ends.IsCancellationRequested && await people.FindAsync(user, cancel) is not null)
        {
            var next = bell.Next(number);

            if (await read.RunAsync(user.ToActor(), number, after, cancel) is not { } changes)
            {
                yield break;
            }

            if (changes is [.., var last])
            {
                after = last.Version;
            }

            yield return new SseItem<IReadOnlyList<ChangeRow>>(changes) { EventId = after.ToString(CultureInfo.InvariantCulture) };

            if (changes.Count == 0)
            {
                await Task.WhenAny(next, Task.Delay(Heartbeat, clock, ends.Token));
            }
        }
    }
}
