using Microsoft.AspNetCore.Mvc;
using Postmortems.Web.Accounts;

namespace Postmortems.Web.Shell;

/// <summary>Light, dark, or as the system decides. Kept in a cookie, so that the first paint is right.</summary>
internal static class Theme
{
    private const string Cookie = "theme";

    public static string? Of(HttpContext http) => http.Request.Cookies[Cookie] is "light" or "dark" ? http.Request.Cookies[Cookie] : null;

    public static void MapTheme(this IEndpointRouteBuilder routes) =>
        routes.MapPost(Urls.Theme, Choose).RequireAuthorization().WithMetadata(new ForReadersAttribute());

    private static Microsoft.AspNetCore.Http.HttpResults.RedirectHttpResult Choose(HttpContext http, [FromForm] string theme, [FromForm] string next)
    {
        // The script in the browser sets the same cookie, so it may read it.
        http.Response.Cookies.Append(Cookie, theme is "light" or "dark" ? theme : "", new CookieOptions
        {
            MaxAge = theme is "light" or "dark" ? TimeSpan.FromDays(365) : TimeSpan.Zero,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            IsEssential = true,
        });

        return TypedResults.LocalRedirect(Local.Path(next));
    }
}
