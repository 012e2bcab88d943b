using Microsoft.AspNetCore.Authentication.Cookies;

namespace Postmortems.Web.Accounts;

/// <summary>
/// Over https a cookie's name begins with __Host-, so that the browser takes it from this host alone, over https alone.
/// Plain http on a laptop does without.
/// </summary>
internal sealed class HostCookies : ICookieManager
{
    private readonly ChunkingCookieManager cookies = new();

    public static string NameOf(HttpContext http, string name) => http.Request.IsHttps ? $"__Host-{name}" : name;

    public string? GetRequestCookie(HttpContext context, string key) => cookies.GetRequestCookie(context, NameOf(context, key));

    public void AppendResponseCookie(HttpContext context, string key, string? value, CookieOptions options) =>
        cookies.AppendResponseCookie(context, NameOf(context, key), value, ForHost(context, options));

    public void DeleteCookie(HttpContext context, string key, CookieOptions options) =>
        cookies.DeleteCookie(context, NameOf(context, key), ForHost(context, options));

    private static CookieOptions ForHost(HttpContext context, CookieOptions options) =>
        new(options) { Path = "/", Domain = null, Secure = context.Request.IsHttps };
}
