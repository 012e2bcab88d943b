using Postmortems.Domain.Writing.Together;

namespace Postmortems.Web.Writing.Together;

/// <summary>One document that is written. Who works on it takes what waits, until nothing does.</summary>
internal sealed class Desk(int number)
{
    private readonly Lock looking = new();
    private List<Waiting> waits = [];
    private bool isBusy;

    public int Number => number;

    public OpenDocument? Known { get; set; }

    /// <returns>Whether nobody works on it yet.</returns>
    public bool Add(Waiting waiting)
    {
        lock (looking)
        {
            waits.Add(waiting);
            var begins = !isBusy;
            isBusy = true;
            return begins;
        }
    }

    public List<Waiting> Next()
    {
        lock (looking)
        {
            var next = waits;
            waits = [];
            return next;
        }
    }

    /// <returns>Whether something came meanwhile; else nobody works on it any more.</returns>
    public bool GoesOn()
    {
        lock (looking)
        {
            return isBusy = waits.Count > 0;
        }
    }
}

/// <summary>What one window sent, until it is told what became of it.</summary>
internal sealed record Waiting(SentUpdates Sent, string Name)
{
    public TaskCompletionSource<AcceptOutcome?> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
}
