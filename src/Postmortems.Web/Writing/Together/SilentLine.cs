using System.Net.Sockets;
using Microsoft.AspNetCore.Connections.Features;

namespace Postmortems.Web.Writing.Together;

/// <summary>A stream to a laptop that sleeps looks open for a quarter of an hour, unless the system is told how long to believe in it.</summary>
internal static class SilentLine
{
    private const int Tcp = 6;
    private const int UserTimeout = 18;
    private const int Milliseconds = 8_000;

    /// <summary>Only Linux knows it. Something is sent every five seconds, so silence is soon seen.</summary>
    public static void EndSoon(HttpContext http)
    {
        if (OperatingSystem.IsLinux() && http.Features.Get<IConnectionSocketFeature>()?.Socket is { RemoteEndPoint.AddressFamily: AddressFamily.InterNetwork or AddressFamily.InterNetworkV6 } socket)
        {
            socket.SetRawSocketOption(Tcp, UserTimeout, BitConverter.GetBytes(Milliseconds));
        }
    }
}
