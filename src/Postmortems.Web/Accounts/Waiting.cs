using System.Globalization;

namespace Postmortems.Web.Accounts;

/// <summary>Says how long to wait before the next try, to people and to programs.</summary>
internal static class Waiting
{
    public static string Ask(HttpContext http, TimeSpan wait)
    {
        var seconds = (int)Math.Max(1, Math.Ceiling(wait.TotalSeconds));
        http.Response.StatusCode = StatusCodes.Status429TooManyRequests;
        http.Response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
        return $"Too many tries. Wait {(seconds == 1 ? "a second" : $"{seconds} seconds")}, then try again.";
    }
}
