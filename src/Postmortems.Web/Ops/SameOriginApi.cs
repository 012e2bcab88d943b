namespace Postmortems.Web.Ops;

/// <summary>
/// Forms carry a token against other sites; the API takes JSON with the session's cookie and looks instead at where the
/// browser says the call comes from. Programs that are no browsers say nothing and bring an API token.
/// </summary>
internal static class SameOriginApi
{
    public static IApplicationBuilder UseSameOriginApi(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (!IsWrite(http.Request) || IsFromHere(http.Request))
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    private static bool IsWrite(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && !HttpMethods.IsGet(request.Method)
        && !HttpMethods.IsHead(request.Method);

    internal static bool IsFromHere(HttpRequest request)
    {
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
        {
            return site is "same-origin" or "none";
        }

        // Over plain http browsers leave that header out.
        return request.Headers.Origin.ToString() is not { Length: > 0 } origin
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && from.Authority == request.Host.Value);
    }
}
