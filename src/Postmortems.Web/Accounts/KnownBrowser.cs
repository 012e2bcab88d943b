using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using Postmortems.Domain.Accounts;

namespace Postmortems.Web.Accounts;

/// <summary>
/// Marks a browser in which somebody has signed in, sealed and for that person's address only. It gives no right; it waits
/// in a line of its own when strangers guess at the password.
/// </summary>
internal sealed class KnownBrowser(IDataProtectionProvider protection)
{
    private const string Cookie = "postmortems-browser";

    private readonly IDataProtector seal = protection.CreateProtector("known browser");

    /// <returns>The mark, or null when nobody with this address has signed in here.</returns>
    public string? MarkFor(HttpContext http, string email)
    {
        if (http.Request.Cookies[HostCookies.NameOf(http, Cookie)] is not { } kept)
        {
            return null;
        }

        try
        {
            return seal.Unprotect(kept).Split('\n') is [var address, var mark] && address == EmailAddress.Normal(email) ? mark : null;
        }
        catch (CryptographicException)
        {
            // Sealed by an installation before this one, or made up: a browser like any other.
            return null;
        }
    }

    public void Remember(HttpContext http, string email) =>
        http.Response.Cookies.Append(HostCookies.NameOf(http, Cookie), seal.Protect($"{EmailAddress.Normal(email)}\n{Guid.NewGuid():n}"), new CookieOptions
        {
            Path = "/",
            MaxAge = TimeSpan.FromDays(365),
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
        });
}
