using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Postmortems.Domain.Causes;
using Postmortems.Web.Accounts;
using Postmortems.Web.Shell;

namespace Postmortems.Web.Causes;

/// <summary>One-button forms of the list of causes.</summary>
internal static class CauseForms
{
    public static void MapCauseForms(this IEndpointRouteBuilder routes)
    {
        var causes = routes.MapGroup("/postmortems/{number:int}/causes/{id:guid}").RequireAuthorization(policy => policy.RequireRole(Reader.Editors.Split(',')));

        causes.MapPost("/place", Move);
        causes.MapPost("/deletion", Delete);
        causes.MapPost("/deletion/undo", Restore);
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> Move(
        int number, Guid id, [FromForm] string to, ClaimsPrincipal user, MoveCause move, CancellationToken cancel) =>
        await move.RunAsync(user.ToActor(), number, id, up: to == "up", cancel)
            ? TypedResults.LocalRedirect(Urls.Causes(number))
            : TypedResults.NotFound();

    /// <param name="form">Asked for so that its antiforgery token is checked.</param>
    private static Task<IResult> Delete(int number, Guid id, IFormCollection form, ClaimsPrincipal user, HttpContext http, DeleteCause delete, CancellationToken cancel) =>
        FormPost.AnswerAsync(http, Urls.Causes(number), async () =>
            await delete.RunAsync(user.ToActor(), number, id, cancel) ? new Notice("The cause is deleted.", Urls.RestoreCause(number, id)) : null);

    private static Task<IResult> Restore(int number, Guid id, IFormCollection form, ClaimsPrincipal user, HttpContext http, RestoreCause restore, CancellationToken cancel) =>
        FormPost.AnswerAsync(http, Urls.Causes(number), async () =>
            await restore.RunAsync(user.ToActor(), number, id, cancel) ? new Notice("The cause is back.") : null);
}
