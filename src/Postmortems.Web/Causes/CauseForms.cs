using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Postmortems.Domain;
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

    /// <param name="above">The neighbour above, for "up".</param>
    /// <param name="below">The neighbour below, for "down".</param>
    private static async Task<Results<RedirectHttpResult, NotFound, BadRequest>> Move(
        int number, Guid id, [FromForm] Guid? above, [FromForm] Guid? below, HttpContext http, MoveCause move, CancellationToken cancel)
    {
        if ((above ?? below) is not { } past)
        {
            return TypedResults.BadRequest();
        }

        switch (await move.RunAsync(http.User.ToActor(), number, id, past, up: above is not null, cancel))
        {
            case Saved.NotThere:
                return TypedResults.NotFound();
            case Saved.ChangedMeanwhile:
                Notice.Leave(http, "Somebody changed these causes since you opened the list, so nothing was moved. This is how they stand now: move again if it is still needed.");
                break;
        }

        return TypedResults.LocalRedirect(Urls.Causes(number));
    }

    /// <param name="form">Asked for so that its antiforgery token is checked.</param>
    private static Task<IResult> Delete(int number, Guid id, IFormCollection form, ClaimsPrincipal user, HttpContext http, DeleteCause delete, CancellationToken cancel) =>
        FormPost.AnswerAsync(http, Urls.Causes(number), async () =>
            await delete.RunAsync(user.ToActor(), number, id, cancel) ? new Notice("The cause is deleted.", Urls.RestoreCause(number, id)) : null);

    private static Task<IResult> Restore(int number, Guid id, IFormCollection form, ClaimsPrincipal user, HttpContext http, RestoreCause restore, CancellationToken cancel) =>
        FormPost.AnswerAsync(http, Urls.Causes(number), async () =>
            await restore.RunAsync(user.ToActor(), number, id, cancel) ? new Notice("The cause is back.") : null);
}
