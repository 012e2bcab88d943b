namespace Postmortems.Web.Writing.Together;

/// <summary>Looks every second who is still there.</summary>
internal sealed class PresenceLooks(Presence presence, TimeProvider clock) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var second = new PeriodicTimer(TimeSpan.FromSeconds(1), clock);

        while (await second.WaitForNextTickAsync(stoppingToken))
        {
            presence.Look();
        }
    }
}
