using Microsoft.AspNetCore.Components.Endpoints;

namespace Postmortems.Web.Ops;

/// <summary>
/// A form that was accepted redirects; one that shows its page again was not. The status says so, because Turbo and
/// people's own scripts go by it: 303 to get the next page, 422 for a page with faults.
/// </summary>
internal static class FormAnswers
{
    public static IApplicationBuilder UseFormAnswers(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (HttpMethods.IsPost(http.Request.Method))
        {
            http.Response.OnStarting(() =>
            {
                Answer(http);
                return Task.CompletedTask;
            });
        }

        return next(http);
    });

    private static void Answer(HttpContext http)
    {
        if (http.Response.StatusCode == StatusCodes.Status302Found)
        {
            http.Response.StatusCode = StatusCodes.Status303SeeOther;
        }

        var isPage = http.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is not null;
        if (isPage && http.Response.StatusCode == StatusCodes.Status200OK)
        {
            http.Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        }
    }
}
