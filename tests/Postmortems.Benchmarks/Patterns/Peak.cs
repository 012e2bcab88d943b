namespace Postmortems.Benchmarks.Patterns;

/// <summary>Watches the managed heap while something runs.</summary>
internal sealed class Peak
{
    private readonly Thread watcher;
    private volatile bool stopped;
    private long highest;

    public Peak()
    {
        watcher = new Thread(Watch) { IsBackground = true };
        watcher.Start();
    }

    public long Stop()
    {
        stopped = true;
        watcher.Join();

        return highest;
    }

    private void Watch()
    {
        while (!stopped)
        {
            highest = Math.Max(highest, GC.GetTotalMemory(forceFullCollection: false));
            Thread.Sleep(5);
        }
    }
}
