namespace Postmortems.Web.Shell;

/// <summary>One sentence for the next page: what has just been done, and perhaps where to undo it.</summary>
public sealed record Notice(string Words, string? Undo = null)
{
    private const string Cookie = "notice";

    /// <summary>Kept in a cookie over the redirect, so that any instance can show it.</summary>
    public static void Leave(HttpContext http, string words, string? undo = null) =>
        http.Response.Cookies.Append(Cookie, string.Join('\n', words.ReplaceLineEndings(" ").Trim(), undo), Options(http, TimeSpan.FromMinutes(1)));

    /// <summary>Reads the sentence that was left, once.</summary>
    public static Notice? Take(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is not { Length: > 0 } left || http.Response.HasStarted)
        {
            return null;
        }

        http.Response.Cookies.Delete(Cookie, Options(http, TimeSpan.Zero));

        var lines = left.Split('\n', 2);
        var undo = lines.Length == 2 && Local.Path(lines[1]) == lines[1] ? lines[1] : null;
        return new Notice(lines[0], undo);
    }

    private static CookieOptions Options(HttpContext http, TimeSpan lasts) => new()
    {
        MaxAge = lasts,
        HttpOnly = true,
        IsEssential = true,
        SameSite = SameSiteMode.Lax,
        Secure = http.Request.IsHttps,
    };
}
