using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Postmortems.Domain.Writing;
using Postmortems.Web.Accounts;
using Postmortems.Web.Causes;
using Postmortems.Web.Shell;

namespace Postmortems.Web.Writing;

/// <summary>One-button forms around a postmortem. Each leads to a page that says what was done.</summary>
internal static class PostmortemForms
{
    public static void MapPostmortemForms(this IEndpointRouteBuilder routes)
    {
        var postmortem = routes.MapGroup("/postmortems/{number:int}").RequireAuthorization(policy => policy.RequireRole(Reader.Editors.Split(',')));

        postmortem.MapPost("/deletion", Delete);
        postmortem.MapPost("/deletion/undo", Restore);
        routes.MapCauseForms();
    }

    /// <param name="form">Asked for so that its antiforgery token is checked.</param>
    private static async Task<Results<RedirectHttpResult, NotFound>> Delete(
        int number, IFormCollection form, ClaimsPrincipal user, HttpContext http, DeletePostmortem delete, CancellationToken cancel)
    {
        if (!await delete.RunAsync(user.ToActor(), number, cancel))
        {
            return TypedResults.NotFound();
        }

        Notice.Leave(http, $"PM-{number} is deleted.", Urls.RestorePostmortem(number));
        return TypedResults.LocalRedirect(Urls.Postmortem(number));
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> Restore(
        int number, IFormCollection form, ClaimsPrincipal user, HttpContext http, RestorePostmortem restore, CancellationToken cancel)
    {
        if (!await restore.RunAsync(user.ToActor(), number, cancel))
        {
            return TypedResults.NotFound();
        }

        Notice.Leave(http, $"PM-{number} is back.");
        return TypedResults.LocalRedirect(Urls.Postmortem(number));
    }
}
