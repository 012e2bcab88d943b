using Microsoft.AspNetCore.Components.Endpoints;
using Postmortems.Domain.Accounts;

namespace Postmortems.Web.Accounts;

/// <summary>While nobody has an account, every page leads to the one that makes the first; after that, that page is gone.</summary>
internal sealed class FirstRun(HasAnybodyAnAccount hasAnybody)
{
    private volatile bool isOver;

    public async ValueTask<bool> IsOverAsync(CancellationToken cancel) =>
        isOver || (isOver = await hasAnybody.RunAsync(cancel));
}

internal static class FirstRunRedirect
{
    public static IApplicationBuilder UseFirstRun(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        var isHere = http.Request.Path == Urls.FirstRun;

        if (!MayBePage(http))
        {
            await next(http);
        }
        else if (await http.RequestServices.GetRequiredService<FirstRun>().IsOverAsync(http.RequestAborted) == isHere)
        {
            Turn(http, isHere);
        }
        else
        {
            await next(http);
        }
    });

    private static bool MayBePage(HttpContext http) =>
        http.GetEndpoint() is not { } endpoint || endpoint.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;

    private static void Turn(HttpContext http, bool isGone)
    {
        if (isGone)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
        }
        else
        {
            http.Response.Redirect(Urls.FirstRun);
        }
    }
}
