using Microsoft.AspNetCore.Authorization;
using Postmortems.Web.Shell;

namespace Postmortems.Web.Accounts;

/// <summary>
/// Refuses what somebody who may only read sends, before any page or form looks at it: what they are not shown they can still
/// forge, and each page would refuse it in its own way. The API answers for itself, with problem details.
/// </summary>
internal static class WritersOnly
{
    public static IApplicationBuilder UseWritersOnly(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (!IsWrite(http.Request) || !http.User.Identity!.IsAuthenticated || http.User.Edits() || http.GetEndpoint() is not { } endpoint || IsForReaders(endpoint))
        {
            return next(http);
        }

        http.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    private static bool IsWrite(HttpRequest request) =>
        !HttpMethods.IsGet(request.Method)
        && !HttpMethods.IsHead(request.Method)
        && !request.Path.StartsWithSegments("/api", StringComparison.Ordinal);

    private static bool IsForReaders(Endpoint endpoint) =>
        endpoint.Metadata.GetMetadata<ForReadersAttribute>() is not null || endpoint.Metadata.GetMetadata<IAllowAnonymous>() is not null;
}
