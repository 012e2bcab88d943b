namespace Postmortems.Web.Ops.Embedded;

/// <summary>Looks after the running server: one that dies is started again, one that outlives us is stopped.</summary>
internal sealed class EmbeddedCare : IAsyncDisposable
{
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan AfterFailure = TimeSpan.FromSeconds(5);

    private readonly CancellationTokenSource stop = new();
    private readonly EmbeddedServer server;
    private readonly PostgresAccount account;
    private readonly Progress progress;
    private readonly Task watching;

    public EmbeddedCare(EmbeddedServer server, PostgresAccount account, Postmaster postmaster, Progress progress)
    {
        (this.server, this.account, this.progress) = (server, account, progress);
        watching = Task.Run(() => WatchAsync(postmaster));
    }

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await watching;
        stop.Dispose();
    }

    private async Task WatchAsync(Postmaster? postmaster)
    {
        while (!stop.IsCancellationRequested)
        {
            try
            {
                postmaster ??= await StartAgainAsync();
                using var watchdog = Watchdog.Over(postmaster, account);
                await EndOfAsync(postmaster);
                postmaster = null;
            }
            catch (OperationCanceledException) when (stop.IsCancellationRequested)
            {
                return;
            }
        }
    }

    private async Task EndOfAsync(Postmaster postmaster)
    {
        using var glances = new PeriodicTimer(Glance);

        while (postmaster.IsAlive)
        {
            await glances.WaitForNextTickAsync(stop.Token);
        }
    }

    private async Task<Postmaster> StartAgainAsync()
    {
        progress.Say("PostgreSQL ended; starting it again…");

        while (true)
        {
            try
            {
                var postmaster = await server.StartAsync(stop.Token);
                progress.Say("PostgreSQL runs again.");
                return postmaster;
            }
            catch (StartupProblemException problem)
            {
                progress.Say($"{problem.Message} Trying again in {AfterFailure.TotalSeconds} seconds.");
                await Task.Delay(AfterFailure, stop.Token);
            }
        }
    }
}
