using System.Security.Claims;
using System.Text;
using Postmortems.Domain.ImportExport;
using Postmortems.Web.Accounts;

namespace Postmortems.Web.ImportExport;

/// <summary>Postmortems as files, for people and for programs.</summary>
internal static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder routes)
    {
        var exports = routes.MapGroup("/api/postmortems/{number:int}").RequireAuthorization().WithTags("Export");

        exports.MapGet("/markdown", Markdown).WithSummary("The document as Markdown, with the current data of its live blocks");
        exports.MapGet("/archive", Archive).WithSummary("The same with its pictures in a folder, as a zip file");
    }

    private static async Task<IResult> Markdown(int number, ClaimsPrincipal user, HttpRequest request, ExportPostmortem export, CancellationToken cancel) =>
        await export.RunAsync(user.ToActor(), number, ServerOf(request), cancel) is { } text
            ? TypedResults.File(Encoding.UTF8.GetBytes(text), "text/markdown; charset=utf-8", $"PM-{number}.md")
            : TypedResults.NotFound();

    private static async Task<IResult> Archive(int number, ClaimsPrincipal user, HttpRequest request, ExportWithPictures export, CancellationToken cancel) =>
        await export.RunAsync(user.ToActor(), number, ServerOf(request), cancel) is { } archive
            ? TypedResults.File(archive, "application/zip", $"PM-{number}.zip")
            : TypedResults.NotFound();

    private static string ServerOf(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}";
}
