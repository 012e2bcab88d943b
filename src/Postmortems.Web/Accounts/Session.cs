using System.Security.Claims;
using Postmortems.Domain.Accounts;

namespace Postmortems.Web.Accounts;

/// <summary>Who acts in a request.</summary>
public static class Session
{
    public const string ZoneClaim = "zone";

    /// <exception cref="InvalidOperationException">Nobody is signed in; the fallback policy should have stopped the request.</exception>
    public static Actor ToActor(this ClaimsPrincipal user) =>
        Guid.TryParse(user.FindFirstValue(ClaimTypes.NameIdentifier), out var id) && Enum.TryParse<Role>(user.FindFirstValue(ClaimTypes.Role), out var role)
            ? new Actor(id, role)
            : throw new InvalidOperationException("Nobody is signed in here.");

    /// <summary>IANA zone in which this person reads times.</summary>
    public static string Zone(this ClaimsPrincipal user) => user.FindFirstValue(ZoneClaim) ?? "Etc/UTC";
}
