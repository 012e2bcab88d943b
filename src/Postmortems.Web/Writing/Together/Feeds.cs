using Postmortems.Domain.Writing.Together;

namespace Postmortems.Web.Writing.Together;

/// <summary>The documents that windows follow on this instance. Nobody follows, nothing is read.</summary>
internal sealed class Feeds(FollowDocument follow, TimeProvider clock, ILogger<Feed> log)
{
    private readonly Dictionary<int, Feed> open = [];

    /// <summary>For one more window; it must leave again.</summary>
    public Feed Join(int number)
    {
        lock (open)
        {
            if (!open.TryGetValue(number, out var feed))
            {
                feed = open[number] = new Feed(number, follow, clock, log);
                feed.Open();
            }

            feed.Windows++;
            return feed;
        }
    }

    public void Leave(int number)
    {
        lock (open)
        {
            var feed = open[number];

            if (--feed.Windows == 0)
            {
                open.Remove(number);
                feed.Dispose();
            }
        }
    }

    /// <returns>Null when no window follows it here.</returns>
    public Feed? Find(int number)
    {
        lock (open)
        {
            return open.GetValueOrDefault(number);
        }
    }

    public void SayToAll(ReadOnlyMemory<byte> said)
    {
        lock (open)
        {
            foreach (var feed in open.Values)
            {
                feed.Say(said);
            }
        }
    }

    /// <summary>Nobody knows what was rung while nobody listened.</summary>
    public void RingAll()
    {
        lock (open)
        {
            foreach (var feed in open.Values)
            {
                feed.Ring();
            }
        }
    }
}
