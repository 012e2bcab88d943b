using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Postmortems.Domain.Accounts;

namespace Postmortems.Web.Accounts;

/// <summary>What a request knows of its person: id, name, role, zone, and the stamp that ends sessions when it changes.</summary>
internal sealed class UserClaims : IUserClaimsPrincipalFactory<User>
{
    public const string StampClaim = "stamp";

    public static ClaimsPrincipal Of(User user) =>
        Of(new SignedIn(user.Id, user.DisplayName, user.Role, user.Zone, user.SecurityStamp ?? ""), IdentityConstants.ApplicationScheme);

    public static ClaimsPrincipal Of(SignedIn person, string scheme) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, person.UserId.ToString()),
            new(ClaimTypes.Name, person.DisplayName),
            new(ClaimTypes.Role, person.Role.ToString()),
            new(Session.ZoneClaim, person.Zone),
            new(StampClaim, person.Stamp),
        ],
        scheme));

    public Task<ClaimsPrincipal> CreateAsync(User user) => Task.FromResult(Of(user));
}
