using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Postmortems.Web.Ops.Embedded;

/// <summary>Where the embedded server listens: a socket file that nobody else may open, or a loopback port where such a path is too long.</summary>
internal sealed record PostgresListener(string Host, int Port)
{
    // The shortest limit of the systems we run on is 103 bytes for folder and file name together.
    private const int LongestSocketFolder = 103 - 15;

    public bool IsSocket => Path.IsPathRooted(Host);

    /// <param name="remembered">A port is kept from start to start, so that tools find the server again.</param>
    public static PostgresListener Choose(string socketFolder, string remembered)
    {
        if (!OperatingSystem.IsWindows() && Encoding.UTF8.GetByteCount(socketFolder) <= LongestSocketFolder)
        {
            return new PostgresListener(socketFolder, 5432);
        }

        var before = File.Exists(remembered) && int.TryParse(File.ReadAllText(remembered), CultureInfo.InvariantCulture, out var port) ? port : 0;
        var free = FreePort(before) ?? FreePort(0) ?? throw new StartupProblemException("There is no free port on 127.0.0.1 for the embedded PostgreSQL.");
        File.WriteAllText(remembered, free.ToString(CultureInfo.InvariantCulture));
        return new PostgresListener(IPAddress.Loopback.ToString(), free);
    }

    private static int? FreePort(int wanted)
    {
        try
        {
            using var listener = new TcpListener(IPAddress.Loopback, wanted);
            listener.Start();
            return ((IPEndPoint)listener.LocalEndpoint).Port;
        }
        catch (SocketException)
        {
            return null;
        }
    }
}
