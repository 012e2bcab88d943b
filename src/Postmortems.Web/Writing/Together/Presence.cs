using System.Collections.Concurrent;

namespace Postmortems.Web.Writing.Together;

/// <summary>
/// Who writes a document at this moment, as far as this instance has heard. Best effort, kept nowhere: whoever is not heard for
/// a while is gone. What windows tell goes out to the others in batches, and as one notification to other instances.
/// </summary>
internal sealed class Presence(Feeds feeds, PresenceRinger ringer, TimeProvider clock)
{
    /// <summary>Windows tell of themselves every five seconds. Two times unheard, and the third is not waited for.</summary>
    public static readonly TimeSpan Forgotten = TimeSpan.FromSeconds(12);

    private static readonly TimeSpan BetweenLooks = TimeSpan.FromSeconds(1);

    private const int MostOfADocument = 1000;

    private readonly ConcurrentDictionary<int, Room> rooms = new();
    private DateTimeOffset lookedForOld;

    /// <summary>Documents in which somebody is, or was a moment ago.</summary>
    public int Rooms => rooms.Count;

    /// <returns>Who else is there; nobody when the room is full.</returns>
    public IReadOnlyList<PresentWindow> Tell(int number, PresentWindow told)
    {
        ForgetTheOld();
        var room = rooms.GetOrAdd(number, _ => new Room());

        lock (room)
        {
            if (!room.Seen.ContainsKey(told.Window) && room.Seen.Count >= MostOfADocument)
            {
                return [];
            }

            room.See(told, clock.GetUtcNow());
            room.Fresh[told.Window] = told;

            if (!room.IsGathering)
            {
                room.IsGathering = true;
                _ = SayLaterAsync(number, room);
            }

            return [.. room.Seen.Values.Select(seen => seen.Told).Where(other => other.Window != told.Window)];
        }
    }

    /// <summary>What windows of another instance told.</summary>
    public void Hear(int number, IReadOnlyList<PresentWindow> told)
    {
        ForgetTheOld();
        var room = rooms.GetOrAdd(number, _ => new Room());

        lock (room)
        {
            foreach (var window in told)
            {
                room.See(window, clock.GetUtcNow());
            }
        }

        feeds.Find(number)?.Say(Events.Of(DocumentNews.Presence, told));
    }

    /// <summary>The more are there, the less often each of them is told where all the others stand.</summary>
    private static TimeSpan Pause(int windows) => TimeSpan.FromMilliseconds(Math.Min(40 + (windows * 4), 2000));

    private async Task SayLaterAsync(int number, Room room)
    {
        await Task.Delay(Pause(room.Seen.Count), clock);
        IReadOnlyList<PresentWindow> told;

        lock (room)
        {
            told = [.. room.Fresh.Values];
            room.Fresh.Clear();
            room.IsGathering = false;
        }

        feeds.Find(number)?.Say(Events.Of(DocumentNews.Presence, told));
        ringer.Ring(number, told);
    }

    private void ForgetTheOld()
    {
        var now = clock.GetUtcNow();

        if (now - lookedForOld < BetweenLooks)
        {
            return;
        }

        lookedForOld = now;
        var old = now - Forgotten;

        foreach (var (number, room) in rooms)
        {
            lock (room)
            {
                foreach (var window in room.Seen.Where(seen => seen.Value.At < old).Select(seen => seen.Key).ToList())
                {
                    room.Seen.Remove(window);
                }

                if (room.Seen.Count == 0 && !room.IsGathering)
                {
                    rooms.TryRemove(number, out _);
                }
            }
        }
    }

    /// <summary>One document and who is in it.</summary>
    private sealed class Room
    {
        public Dictionary<Guid, (PresentWindow Told, DateTimeOffset At)> Seen { get; } = [];

        /// <summary>What goes out next.</summary>
        public Dictionary<Guid, PresentWindow> Fresh { get; } = [];

        public bool IsGathering { get; set; }

        public void See(PresentWindow window, DateTimeOffset at)
        {
            if (window.Gone)
            {
                Seen.Remove(window.Window);
            }
            else
            {
                Seen[window.Window] = (window, at);
            }
        }
    }
}
