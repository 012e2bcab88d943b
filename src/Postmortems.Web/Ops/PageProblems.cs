using System.Diagnostics;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.HttpResults;
using Postmortems.Domain;

namespace Postmortems.Web.Ops;

/// <summary>Answers a failed page with a page. The API answers for itself, with problem details.</summary>
internal static class PageProblems
{
    /// <remarks>
    /// The problem is rendered in place. Running the pipeline again for another address would run the failed form again too.
    /// </remarks>
    public static IApplicationBuilder UsePageProblems(this IApplicationBuilder app) =>
        app.UseWhen(IsPage, pages =>
        {
            pages.UseExceptionHandler(new ExceptionHandlerOptions { ExceptionHandler = Show, SuppressDiagnosticsCallback = _ => false });
            pages.UseStatusCodePages(context => Show(context.HttpContext));
            pages.Use(ForgetTypeOfNothing);
        });

    /// <summary>The framework says that it will answer with HTML before it refuses a form without a word, and what has a type is taken for answered.</summary>
    private static async Task ForgetTypeOfNothing(HttpContext http, RequestDelegate next)
    {
        await next(http);

        if (!http.Response.HasStarted && http.Response.StatusCode == StatusCodes.Status400BadRequest)
        {
            http.Response.ContentType = null;
        }
    }

    private static bool IsPage(HttpContext http) =>
        !http.Request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && !http.Request.Path.StartsWithSegments("/assets", StringComparison.Ordinal);

    private static async Task Show(HttpContext http)
    {
        var refusal = http.Features.Get<IExceptionHandlerFeature>()?.Error as RuleBrokenException;

        if (refusal is not null)
        {
            http.Response.StatusCode = Refusal.StatusOf(refusal);
        }

        var problem = new Dictionary<string, object?>
        {
            [nameof(Problem.Status)] = http.Response.StatusCode,
            [nameof(Problem.Id)] = Activity.Current?.TraceId.ToString() ?? http.TraceIdentifier,
            [nameof(Problem.Refusal)] = refusal?.Message,
            [nameof(Problem.IsNoText)] = http.Features.Get<IAntiforgeryValidationFeature>()?.Error?.InnerException is InvalidDataException,
        };

        // What rendered the failed page lives as long as the request's services and renders once, so the problem gets its own.
        var services = http.RequestServices;
        await using var own = services.CreateAsyncScope();
        http.RequestServices = own.ServiceProvider;
        http.Response.Headers.Remove("blazor-enhanced-nav");

        try
        {
            await new RazorComponentResult<Problem>(problem) { StatusCode = http.Response.StatusCode }.ExecuteAsync(http);
        }
        finally
        {
            http.RequestServices = services;
        }
    }
}
