using System.Security.Claims;
using System.Text;
using Postmortems.Domain.ImportExport;
using Postmortems.Web.Accounts;

namespace Postmortems.Web.ImportExport;

/// <summary>Postmortems as files, for people and for programs.</summary>
internal static class ExportEndpoints
{
    public static void MapExports(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/api/postmortems/{number:int}/markdown", Markdown).RequireAuthorization().WithTags("Export").WithSummary("The document as Markdown, with the current data of its live blocks");

    private static async Task<IResult> Markdown(int number, ClaimsPrincipal user, ExportPostmortem export, CancellationToken cancel) =>
        await export.RunAsync(user.ToActor(), number, cancel) is { } text
            ? TypedResults.File(Encoding.UTF8.GetBytes(text), "text/markdown; charset=utf-8", $"PM-{number}.md")
            : TypedResults.NotFound();
}
