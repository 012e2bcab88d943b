namespace Postmortems.Web.Writing.Together;

/// <summary>One document and who is in it. Whoever uses it holds its lock.</summary>
internal sealed class PresenceRoom
{
    private const int Most = 1000;

    private readonly Dictionary<Guid, (PresentWindow Told, DateTimeOffset At)> seen = [];
    private readonly Dictionary<Guid, PresentWindow> fresh = [];
    private readonly HashSet<PresenceLine> lines = [];
    private readonly List<(PresenceLine Line, DateTimeOffset At)> cut = [];
    private DateTimeOffset announced;

    /// <summary>What was told goes out in a moment.</summary>
    public bool IsGathering { get; set; }

    /// <summary>Nobody is in it, and whoever comes next opens another.</summary>
    public bool IsClosed { get; private set; }

    public int Count => seen.Count;

    public bool HasPlaceFor(Guid window) => seen.ContainsKey(window) || seen.Count < Most;

    public IReadOnlyList<PresentWindow> Others(Guid window) => [.. seen.Values.Select(one => one.Told).Where(told => told.Window != window)];

    public void Open(PresenceLine line) => lines.Add(line);

    public void Cut(PresenceLine line, DateTimeOffset at)
    {
        lines.Remove(line);
        cut.Add((line, at));
    }

    /// <summary>What a window told here, to be passed on.</summary>
    public void Tell(PresentWindow told, DateTimeOffset at)
    {
        See(told, at);
        fresh[told.Window] = told;
    }

    /// <returns>Whether that is news.</returns>
    public bool See(PresentWindow told, DateTimeOffset at)
    {
        if (told.Gone)
        {
            return seen.Remove(told.Window);
        }

        var isNews = !seen.TryGetValue(told.Window, out var before) || before.Told != told;
        seen[told.Window] = (told, at);
        return isNews;
    }

    public IReadOnlyList<PresentWindow> TakeFresh()
    {
        IReadOnlyList<PresentWindow> told = [.. fresh.Values];
        fresh.Clear();
        IsGathering = false;
        return told;
    }

    /// <summary>Whoever holds a line is still there. The others are told so now and then.</summary>
    public IReadOnlyList<PresentWindow> Announce(DateTimeOffset now)
    {
        var held = lines.Where(IsSeen).Select(line => line.Window).ToHashSet();

        foreach (var window in held)
        {
            seen[window] = (seen[window].Told, now);
        }

        if (now - announced < Presence.BetweenSigns)
        {
            return [];
        }

        announced = now;
        return [.. held.Select(window => seen[window].Told)];
    }

    /// <returns>Those whose line was cut and did not come back.</returns>
    public IReadOnlyList<PresentWindow> Leave(DateTimeOffset now)
    {
        var over = cut.Where(one => now - one.At >= Presence.UntilBack).Select(one => one.Line).ToList();
        cut.RemoveAll(one => over.Contains(one.Line));
        return Remove(over.Where(line => IsSeen(line) && !lines.Any(other => other.Window == line.Window)).Select(line => line.Window).ToHashSet());
    }

    /// <returns>Those of whom nothing was heard for too long.</returns>
    public IReadOnlyList<PresentWindow> Forget(DateTimeOffset now) =>
        Remove([.. seen.Where(one => now - one.Value.At >= Presence.Forgotten).Select(one => one.Key)]);

    public bool CloseIfEmpty() => IsClosed = seen.Count == 0 && lines.Count == 0 && cut.Count == 0 && !IsGathering;

    /// <summary>A line speaks only for a window of the same person.</summary>
    private bool IsSeen(PresenceLine line) => seen.TryGetValue(line.Window, out var one) && one.Told.Person == line.Person;

    private List<PresentWindow> Remove(IReadOnlyCollection<Guid> windows)
    {
        var gone = windows.Select(window => seen[window].Told with { Gone = true }).ToList();

        foreach (var window in windows)
        {
            seen.Remove(window);
        }

        return gone;
    }
}

/// <summary>The open stream of a window.</summary>
internal sealed class PresenceLine(Guid window, Guid person)
{
    public Guid Window => window;

    public Guid Person => person;
}
