namespace Postmortems.Web.Writing.Together;

/// <summary>What every window that follows a document is sent next, written out once for all of them, with the way to what comes after.</summary>
/// <param name="from">The document's version before this.</param>
/// <param name="version">The document's version once a window has heard this.</param>
internal sealed class Frame(int from, int version, ReadOnlyMemory<byte> bytes)
{
    private readonly TaskCompletionSource<Frame> next = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int From => from;

    public int Version => version;

    public ReadOnlyMemory<byte> Bytes => bytes;

    public Task<Frame> Next => next.Task;

    /// <summary>Once, by the feed.</summary>
    public Frame Continue(int nextVersion, ReadOnlyMemory<byte> nextBytes)
    {
        var frame = new Frame(version, nextVersion, nextBytes);
        next.SetResult(frame);
        return frame;
    }
}
