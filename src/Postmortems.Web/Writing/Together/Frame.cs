namespace Postmortems.Web.Writing.Together;

/// <summary>What every window that follows a document is sent next, written out once for all of them, with the way to what comes after.</summary>
/// <param name="from">The document's version before this.</param>
/// <param name="version">The document's version once a window has heard this.</param>
internal sealed class Frame(int from, int version, ReadOnlyMemory<byte> bytes)
{
    // Whoever tells it runs all who wait, one after the other: a hundred windows are one piece of work, not a hundred.
    private readonly TaskCompletionSource<Frame> next = new();

    public int From => from;

    public int Version => version;

    public ReadOnlyMemory<byte> Bytes => bytes;

    public Task<Frame> Next => next.Task;

    /// <summary>Once, by the feed.</summary>
    public Frame Continue(int nextVersion, ReadOnlyMemory<byte> nextBytes)
    {
        var frame = new Frame(version, nextVersion, nextBytes);
        ThreadPool.UnsafeQueueUserWorkItem(static told => told.next.SetResult(told.frame), (next, frame), preferLocal: false);
        return frame;
    }
}
