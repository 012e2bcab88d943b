using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Postmortems.Tests.Writing.Together.Faults;

/// <summary>Gives each connection to any instance that takes it, and ends it when either side does.</summary>
internal sealed class Proxy : IDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly IReadOnlyList<int> ports;
    private int next;

    public Proxy(IReadOnlyList<int> ports)
    {
        this.ports = ports;
        listener.Start();
        _ = AcceptAsync();
    }

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}"));

    public void Dispose() => listener.Dispose();

    private async Task AcceptAsync()
    {
        try
        {
            while (true)
            {
                _ = PassOnAsync(await listener.AcceptTcpClientAsync());
            }
        }
        catch (Exception ended) when (ended is SocketException or ObjectDisposedException)
        {
            // The test is over.
        }
    }

    private async Task PassOnAsync(TcpClient browser)
    {
        using (browser)
        using (var instance = await ConnectAsync())
        {
            if (instance is null)
            {
                return;
            }

            await Task.WhenAny(CopyAsync(browser, instance), CopyAsync(instance, browser));
        }
    }

    private async Task<TcpClient?> ConnectAsync()
    {
        foreach (var _ in ports)
        {
            var client = new TcpClient();

            try
            {
                await client.ConnectAsync(IPAddress.Loopback, ports[Interlocked.Increment(ref next) % ports.Count]);
                return client;
            }
            catch (SocketException)
            {
                // It was just killed; the other one may live.
                client.Dispose();
            }
        }

        return null;
    }

    private static async Task CopyAsync(TcpClient from, TcpClient to)
    {
        try
        {
            await from.GetStream().CopyToAsync(to.GetStream());
        }
        catch (Exception ended) when (ended is IOException or ObjectDisposedException or InvalidOperationException)
        {
            // One side is gone, so the other goes too.
        }
    }
}
