using System.Net;
using System.Net.Sockets;
using Postmortems.Web.Ops;

namespace Postmortems.Tests.Ops;

public sealed class ListenAddressesTests : IDisposable
{
    private readonly TcpListener other = new(IPAddress.Loopback, 0);

    public ListenAddressesTests() => other.Start();

    [Theory]
    [InlineData("localhost")]
    [InlineData("127.0.0.1")]
    [InlineData("*")]
    public void Say_when_another_program_has_one(string host)
    {
        var address = $"http://{host}:{((IPEndPoint)other.LocalEndpoint).Port}";

        var problem = Should.Throw<StartupProblemException>(() => ListenAddresses.CheckFree($"http://127.0.0.1:0;{address}"));

        problem.Message.ShouldBe($"{address} is used by another program; choose another address with Postmortems__Address.");
    }

    [Fact]
    public void Are_fine_when_nobody_has_them()
    {
        var address = $"http://127.0.0.1:{((IPEndPoint)other.LocalEndpoint).Port}";
        other.Stop();

        Should.NotThrow(() => ListenAddresses.CheckFree(address));
    }

    public void Dispose() => other.Dispose();
}
