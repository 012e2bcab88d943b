using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Postmortems.Domain.Writing;
using Postmortems.Web.Accounts;
using Postmortems.Web.Shell;

namespace Postmortems.Web.Writing;

/// <summary>One-button forms around a postmortem. Each leads to a page that says what was done.</summary>
internal static class PostmortemForms
{
    public static void MapPostmortemForms(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/postmortems/{number:int}/deletion", Delete);
        routes.MapPost("/postmortems/{number:int}/deletion/undo", Restore);
    }

    /// <param name="form">Asked for so that its antiforgery token is checked.</param>
    private static async Task<Results<RedirectHttpResult, NotFound, ForbidHttpResult>> Delete(
        int number, IFormCollection form, ClaimsPrincipal user, HttpContext http, DeletePostmortem delete, CancellationToken cancel)
    {
        if (!user.ToActor().MayEdit)
        {
            return TypedResults.Forbid();
        }

        if (!await delete.RunAsync(user.ToActor(), number, cancel))
        {
            return TypedResults.NotFound();
        }

        Notice.Leave(http, $"PM-{number} is deleted.", Urls.RestorePostmortem(number));
        return TypedResults.LocalRedirect(Urls.Postmortems);
    }

    private static async Task<Results<RedirectHttpResult, NotFound, ForbidHttpResult>> Restore(
        int number, IFormCollection form, ClaimsPrincipal user, HttpContext http, RestorePostmortem restore, CancellationToken cancel)
    {
        if (!user.ToActor().MayEdit)
        {
            return TypedResults.Forbid();
        }

        if (!await restore.RunAsync(user.ToActor(), number, cancel))
        {
            return TypedResults.NotFound();
        }

        Notice.Leave(http, $"PM-{number} is back.");
        return TypedResults.LocalRedirect(Urls.Postmortem(number));
    }
}
