using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Postmortems.Domain.Accounts;

namespace Postmortems.Web.Accounts;

/// <summary>The cookie in which a browser carries its session: how it is kept, how long it lasts, when it is refused.</summary>
internal static class SessionCookie
{
    public static readonly TimeSpan Idle = TimeSpan.FromHours(8);

    /// <summary>No session lives longer, however busy it is.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(14);

    /// <summary>When the session began; the framework moves the ticket's own date with every renewal.</summary>
    private const string BegunAt = "begun";

    public static void Set(CookieAuthenticationOptions options)
    {
        options.LoginPath = Urls.SignIn;
        options.ReturnUrlParameter = "next";
        options.CookieManager = new HostCookies();
        options.Cookie.Name = "postmortems-session";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        options.Cookie.IsEssential = true;
        options.ExpireTimeSpan = Idle;
        options.SlidingExpiration = true;
        options.Events.OnRedirectToLogin = SendToSignIn;
        options.Events.OnRedirectToAccessDenied = Forbid;
        options.Events.OnValidatePrincipal = CheckAsync;
    }

    /// <param name="stay">Whether the browser keeps the session when it is closed.</param>
    public static Task OpenSessionAsync(this HttpContext http, User user, bool stay)
    {
        var now = http.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow();
        var properties = new AuthenticationProperties { IsPersistent = stay, IssuedUtc = now, ExpiresUtc = now + (stay ? Longest : Idle), AllowRefresh = !stay };
        properties.Items[BegunAt] = now.ToString("O", CultureInfo.InvariantCulture);
        return http.SignInAsync(IdentityConstants.ApplicationScheme, UserClaims.Of(user), properties);
    }

    private static async Task CheckAsync(CookieValidatePrincipalContext context)
    {
        var people = context.HttpContext.RequestServices.GetRequiredService<SignedInPeople>();
        var person = IsTooOld(context) ? null : await people.FindAsync(context.Principal, context.HttpContext.RequestAborted);

        if (person is null)
        {
            context.RejectPrincipal();
            await context.HttpContext.SignOutAsync(IdentityConstants.ApplicationScheme);
            return;
        }

        // Name and zone may have changed since the cookie was made.
        context.ReplacePrincipal(UserClaims.Of(person, IdentityConstants.ApplicationScheme));
    }

    private static bool IsTooOld(CookieValidatePrincipalContext context) =>
        context.Properties.Items.TryGetValue(BegunAt, out var begun)
        && DateTimeOffset.TryParse(begun, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at)
        && context.HttpContext.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow() - at > Longest;

    private static Task SendToSignIn(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (IsApi(context.Request))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        }
        else
        {
            // What a form sent cannot be sent again after the detour, so its page is where to go on.
            var isRead = HttpMethods.IsGet(context.Request.Method) || HttpMethods.IsHead(context.Request.Method);
            var next = context.Request.Path + (isRead ? context.Request.QueryString.Value : "");
            context.Response.Redirect(next == Urls.Home ? Urls.SignIn : Urls.SignInThen(next));
        }

        return Task.CompletedTask;
    }

    private static Task Forbid(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    private static bool IsApi(HttpRequest request) => request.Path.StartsWithSegments("/api", StringComparison.Ordinal);
}
