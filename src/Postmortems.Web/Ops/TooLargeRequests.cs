using Microsoft.AspNetCore.Http.Features;

namespace Postmortems.Web.Ops;

/// <summary>Says that a request is too large before anything reads it; whoever reads it later only notices that it breaks off.</summary>
internal static class TooLargeRequests
{
    public static IApplicationBuilder UseTooLargeRequests(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (http.Features.Get<IHttpMaxRequestBodySizeFeature>() is not { MaxRequestBodySize: { } most, IsReadOnly: false } limit || !(http.Request.ContentLength > most))
        {
            await next(http);
            return;
        }

        // Without a limit the server takes in the rest for some seconds, so that a browser still sending hears the answer.
        limit.MaxRequestBodySize = null;
        http.Response.StatusCode = StatusCodes.Status413PayloadTooLarge;

        if (http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal))
        {
            await Refusal.Of(StatusCodes.Status413PayloadTooLarge, "request/too-large", $"This is more than the {most / 1_000_000} MB that can be sent at once.").ExecuteAsync(http);
        }
    });
}
