using System.Collections.Concurrent;

namespace Postmortems.Web.Writing.Together;

/// <summary>Rings in this instance when a document changed, whichever instance took the change.</summary>
internal sealed class Bell
{
    private readonly ConcurrentDictionary<int, TaskCompletionSource> waiting = new();

    /// <summary>Taken before one looks what is new, so that nothing is missed between the look and the wait.</summary>
    public Task Next(int number) =>
        waiting.GetOrAdd(number, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    public void Ring(int number)
    {
        if (waiting.TryRemove(number, out var ring))
        {
            ring.SetResult();
        }
    }

    /// <summary>Nobody knows what was rung while nobody listened.</summary>
    public void RingAll()
    {
        foreach (var number in waiting.Keys)
        {
            Ring(number);
        }
    }
}
