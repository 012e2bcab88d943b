using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;

namespace Postmortems.Web.Accounts;

/// <summary>How often one address on the network may try passwords, codes and links: thirty at once, then one every two seconds.</summary>
internal sealed class SignInLimit : IDisposable
{
    public const int AtOnce = 30;

    private readonly PartitionedRateLimiter<HttpContext> limiter = PartitionedRateLimiter.Create<HttpContext, string>(http =>
        RateLimitPartition.GetTokenBucketLimiter(NetworkOf(http.Connection.RemoteIpAddress), _ => new TokenBucketRateLimiterOptions
        {
            TokenLimit = AtOnce,
            TokensPerPeriod = 10,
            ReplenishmentPeriod = TimeSpan.FromSeconds(20),
        }));

    /// <returns>How long to wait first, or null when the try may go ahead.</returns>
    public TimeSpan? Try(HttpContext http)
    {
        using var lease = limiter.AttemptAcquire(http);

        return lease.IsAcquired ? null
            : lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? wait
            : TimeSpan.FromSeconds(20);
    }

    public void Dispose() => limiter.Dispose();

    /// <summary>Whoever has one address of version 6 has the 2^64 beside it.</summary>
    internal static string NetworkOf(IPAddress? address)
    {
        if (address is null)
        {
            return "";
        }

        if (address.IsIPv4MappedToIPv6)
        {
            address = address.MapToIPv4();
        }

        return address.AddressFamily is AddressFamily.InterNetworkV6
            ? Convert.ToHexString(address.GetAddressBytes().AsSpan(0, 8))
            : address.ToString();
    }
}
