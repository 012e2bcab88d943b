using System.Collections.Concurrent;

namespace Postmortems.Web.Writing.Together;

/// <summary>
/// Who writes a document at this moment, as far as this instance has heard. Best effort, kept nowhere: a window tells where its
/// cursor stands, and is there for as long as its stream is open. What windows tell goes out to the others in batches, and as one
/// notification to other instances; these hear every now and then who is still there.
/// </summary>
internal sealed class Presence(Feeds feeds, PresenceRinger ringer, TimeProvider clock)
{
    /// <summary>How often other instances hear who is still there.</summary>
    public static readonly TimeSpan BetweenSigns = TimeSpan.FromSeconds(5);

    /// <summary>Two signs unheard, and the third is not waited for.</summary>
    public static readonly TimeSpan Forgotten = TimeSpan.FromSeconds(12);

    /// <summary>A stream that was cut comes back after two seconds, if it comes back.</summary>
    public static readonly TimeSpan UntilBack = TimeSpan.FromSeconds(4);

    private readonly ConcurrentDictionary<int, PresenceRoom> rooms = new();

    /// <summary>Documents in which somebody is, or was a moment ago.</summary>
    public int Rooms => rooms.Count;

    /// <summary>The window is there until this is disposed of, once it has told where it stands.</summary>
    public IDisposable Hold(int number, Guid window, Guid person)
    {
        var line = new PresenceLine(window, person);
        In(number, room => room.Open(line));
        return new Held(() => In(number, room => room.Cut(line, clock.GetUtcNow())));
    }

    /// <returns>Who else is there; nobody when the room is full.</returns>
    public IReadOnlyList<PresentWindow> Tell(int number, PresentWindow told)
    {
        IReadOnlyList<PresentWindow> others = [];

        In(number, room =>
        {
            if (!room.HasPlaceFor(told.Window))
            {
                return;
            }

            room.Tell(told, clock.GetUtcNow());
            others = room.Others(told.Window);

            if (!room.IsGathering)
            {
                room.IsGathering = true;
                _ = SayLaterAsync(number, room);
            }
        });

        return others;
    }

    /// <summary>What windows of another instance told; most of it only that they are still there.</summary>
    public void Hear(int number, IReadOnlyList<PresentWindow> told)
    {
        List<PresentWindow> news = [];
        In(number, room => news = [.. told.Where(window => room.See(window, clock.GetUtcNow()))]);
        Say(number, news);
    }

    /// <summary>Says who is still there and who is not; asked for every second.</summary>
    public void Look()
    {
        foreach (var (number, room) in rooms)
        {
            IReadOnlyList<PresentWindow> here, left, forgotten;

            lock (room)
            {
                here = room.Announce(clock.GetUtcNow());
                left = room.Leave(clock.GetUtcNow());
                forgotten = room.Forget(clock.GetUtcNow());

                if (room.CloseIfEmpty())
                {
                    rooms.TryRemove(new(number, room));
                }
            }

            Say(number, [.. left, .. forgotten]);
            ringer.Ring(number, [.. here.ExceptBy(left.Select(window => window.Window), window => window.Window), .. left]);
        }
    }

    /// <summary>The more are there, the less often each of them is told where all the others stand.</summary>
    private static TimeSpan Pause(int windows) => TimeSpan.FromMilliseconds(Math.Min(40 + (windows * 4), 2000));

    private async Task SayLaterAsync(int number, PresenceRoom room)
    {
        await Task.Delay(Pause(room.Count), clock);
        IReadOnlyList<PresentWindow> told;

        lock (room)
        {
            told = room.TakeFresh();
        }

        Say(number, told);
        ringer.Ring(number, told);
    }

    private void Say(int number, IReadOnlyList<PresentWindow> told)
    {
        if (told.Count > 0)
        {
            feeds.Find(number)?.Say(Events.Of(DocumentNews.Presence, told));
        }
    }

    private void In(int number, Action<PresenceRoom> what)
    {
        while (true)
        {
            var room = rooms.GetOrAdd(number, _ => new PresenceRoom());

            lock (room)
            {
                if (!room.IsClosed)
                {
                    what(room);
                    return;
                }
            }
        }
    }

    private sealed class Held(Action letGo) : IDisposable
    {
        public void Dispose() => letGo();
    }
}
