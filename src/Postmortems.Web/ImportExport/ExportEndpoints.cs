using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Postmortems.Domain.ImportExport;
using Postmortems.Formats;
using Postmortems.Web.Accounts;
using Postmortems.Web.Ops;

namespace Postmortems.Web.ImportExport;

/// <summary>Postmortems as files, for people and for programs.</summary>
internal static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder routes)
    {
        var exports = routes.MapGroup("/api/postmortems/{number:int}").RequireAuthorization().WithTags("Export");

        exports.MapGet("/markdown", Markdown).WithSummary("The document as Markdown, with the current data of its live blocks");
        exports.MapGet("/json", Json).WithSummary("The postmortem as JSON, after the published schema");
        exports.MapGet("/html", Html).WithSummary("The postmortem as a page of its own: one file with its pictures, for reading and printing anywhere");
        exports.MapGet("/archive", Archive).WithSummary("The same with its pictures in a folder, as a zip file");

        routes.MapGet(Urls.ApiArchive, Everything).RequireAuthorization().WithTags("Export")
            .WithSummary("All postmortems as Markdown with their pictures, as a zip file for Git; for editors");
        routes.MapGet(DocumentSchema.Path, Schema).AllowAnonymous().WithTags("Export").WithSummary("The JSON schema of exported postmortems");
    }

    private static async Task<IResult> Json(int number, ClaimsPrincipal user, HttpRequest request, ExportPostmortem export, CancellationToken cancel) =>
        await export.RunAsync(user.ToActor(), number, ServerOf(request), ExportForm.Json, cancel) is { } text
            ? TypedResults.File(Encoding.UTF8.GetBytes(text), "application/json", $"PM-{number}.json")
            : TypedResults.NotFound();

    private static async Task<IResult> Html(int number, ClaimsPrincipal user, HttpContext http, ExportPage export, CancellationToken cancel)
    {
        if (await export.RunAsync(user.ToActor(), number, cancel) is not { } page)
        {
            return TypedResults.NotFound();
        }

        http.Response.Headers.ContentDisposition = $"attachment; filename=PM-{number}.html";
        return new RazorComponentResult<PageFile>(new Dictionary<string, object?> { [nameof(PageFile.Page)] = page, [nameof(PageFile.Server)] = ServerOf(http.Request) });
    }

    private static async Task<IResult> Everything(ClaimsPrincipal user, HttpRequest request, ExportArchive export, CancellationToken cancel)
    {
        var actor = user.ToActor();

        return actor.MayEdit
            ? TypedResults.File(await export.RunAsync(actor, ServerOf(request), cancel), "application/zip", "postmortems.zip")
            : Refusal.Of(StatusCodes.Status403Forbidden, "account/may-not-edit", "Editors and administrators export the whole archive. Each postmortem that you read can be exported on its page.");
    }

    private static ContentHttpResult Schema() => TypedResults.Text(DocumentSchema.Text, "application/schema+json");

    private static async Task<IResult> Markdown(int number, ClaimsPrincipal user, HttpRequest request, ExportPostmortem export, CancellationToken cancel) =>
        await export.RunAsync(user.ToActor(), number, ServerOf(request), cancel: cancel) is { } text
            ? TypedResults.File(Encoding.UTF8.GetBytes(text), "text/markdown; charset=utf-8", $"PM-{number}.md")
            : TypedResults.NotFound();

    private static async Task<IResult> Archive(int number, ClaimsPrincipal user, HttpRequest request, ExportWithPictures export, CancellationToken cancel) =>
        await export.RunAsync(user.ToActor(), number, ServerOf(request), cancel) is { } archive
            ? TypedResults.File(archive, "application/zip", $"PM-{number}.zip")
            : TypedResults.NotFound();

    private static string ServerOf(HttpRequest request) => $"{request.Scheme}://{request.Host}{request.PathBase}";
}
