using System.Net;
using System.Net.Sockets;
using Microsoft.AspNetCore.Http;

namespace Postmortems.Web.Ops;

/// <summary>Tries the addresses before anything is started, so that a taken one is a sentence and not a stack trace.</summary>
public static class ListenAddresses
{
    public static void CheckFree(string addresses)
    {
        foreach (var address in addresses.Split(';').Select(text => BindingAddress.Parse(text.Trim())))
        {
            if (address is { IsUnixPipe: false, IsNamedPipe: false, Port: > 0 })
            {
                Try(address);
            }
        }
    }

    private static void Try(BindingAddress address)
    {
        try
        {
            using var listener = new TcpListener(Host(address), address.Port);
            listener.Start();
        }
        catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
        {
            throw new StartupProblemException($"{address} is used by another program; choose another address with {PostmortemsSettings.AddressKey}.", taken);
        }
        catch (SocketException refusal)
        {
            throw new StartupProblemException($"{address} cannot be listened on ({refusal.Message}); choose another address with {PostmortemsSettings.AddressKey}.", refusal);
        }
    }

    // As Kestrel reads them: a name that is no address stands for all of them.
    private static IPAddress Host(BindingAddress address) =>
        address.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase) ? IPAddress.Loopback
        : IPAddress.TryParse(address.Host, out var parsed) ? parsed
        : IPAddress.Any;
}
