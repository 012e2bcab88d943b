using System.Security.Cryptography;

namespace Postmortems.Web.Ops;

/// <summary>Tells the browser what a page may do: run our script, show our files, talk to us, and nothing else.</summary>
internal static class ContentSecurityPolicy
{
    private static readonly object Key = new();

    public static IApplicationBuilder UseContentSecurityPolicy(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        http.Items[Key] = Convert.ToBase64String(RandomNumberGenerator.GetBytes(16));

        // At the start of the answer, because an error page begins by clearing all headers.
        http.Response.OnStarting(() =>
        {
            Protect(http);
            return Task.CompletedTask;
        });

        return next(http);
    });

    /// <summary>The word that lets a script or a style of this answer through. Fresh for every request.</summary>
    public static string CspNonce(this HttpContext http) =>
        http.Items[Key] as string ?? throw new InvalidOperationException("UseContentSecurityPolicy must come before the pages.");

    private static void Protect(HttpContext http)
    {
        var headers = http.Response.Headers;
        var nonce = http.CspNonce();

        // What is no page of ours may ask for less.
        headers.ContentSecurityPolicy = headers.ContentSecurityPolicy is [{ Length: > 0 } own] ? own :
            $"default-src 'none'; script-src 'nonce-{nonce}' 'strict-dynamic'; style-src 'self' 'nonce-{nonce}'; "
            + "img-src 'self' data:; font-src 'self'; connect-src 'self'; "
            + "frame-ancestors 'none'; base-uri 'none'; form-action 'self'";
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }
}
