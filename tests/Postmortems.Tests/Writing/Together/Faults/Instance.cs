using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Postmortems.Tests.Testing;

namespace Postmortems.Tests.Writing.Together.Faults;

/// <summary>The program in a process of its own, started again whenever it ends.</summary>
internal sealed class Instance(string connectionString) : IAsyncDisposable
{
    private readonly TaskCompletionSource ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly CancellationTokenSource over = new();
    private readonly Lock holding = new();
    private Process? process;
    private Task running = Task.CompletedTask;

    public int Port { get; } = FreePort();

    public Task StartAsync()
    {
        running = RunAsync();
        return ready.Task;
    }

    /// <summary>At once, whatever it does, its own start included.</summary>
    public void Kill()
    {
        lock (holding)
        {
            process?.Kill();
        }
    }

    public async ValueTask DisposeAsync()
    {
        await over.CancelAsync();
        Kill();
        await running;
        over.Dispose();
    }

    private async Task RunAsync()
    {
        while (!over.IsCancellationRequested)
        {
            using var started = Start();
            Hold(started);

            // The words are read so that the program never waits for a reader.
            started.OutputDataReceived += (_, said) =>
            {
                if (said.Data?.StartsWith("Ready", StringComparison.Ordinal) == true)
                {
                    ready.TrySetResult();
                }
            };
            started.BeginOutputReadLine();
            started.BeginErrorReadLine();
            await started.WaitForExitAsync();
            Hold(null);
        }
    }

    private void Hold(Process? started)
    {
        lock (holding)
        {
            process = started;
        }
    }

    private Process Start()
    {
        var start = new ProcessStartInfo(Path.Combine(AppContext.BaseDirectory, "Postmortems.Web"), ["--webroot", Path.Combine(SourceTree.Root, "src/Postmortems.Web/wwwroot")])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            UseShellExecute = false,
        };

        start.Environment["ConnectionStrings__Postmortems"] = connectionString;
        start.Environment["Postmortems__Address"] = string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}");
        return Process.Start(start)!;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
