using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;
using Postmortems.Domain.Accounts;

namespace Postmortems.Web.Accounts;

/// <summary>What a session knows of its person: id, name, role and zone. A change of role or name makes new claims.</summary>
internal sealed class UserClaims(UserManager<User> users, IOptions<IdentityOptions> options) : UserClaimsPrincipalFactory<User>(users, options)
{
    protected override async Task<ClaimsIdentity> GenerateClaimsAsync(User user)
    {
        var claims = await base.GenerateClaimsAsync(user);
        claims.TryRemoveClaim(claims.FindFirst(Options.ClaimsIdentity.UserNameClaimType));
        claims.AddClaim(new Claim(ClaimTypes.Name, user.DisplayName));
        claims.AddClaim(new Claim(ClaimTypes.Role, user.Role.ToString()));
        claims.AddClaim(new Claim(Session.ZoneClaim, user.Zone));
        return claims;
    }
}
