using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Postmortems.Domain.ActionItems;
using Postmortems.Language.Promises;
using Postmortems.Web.Accounts;
using Postmortems.Web.Shell;

namespace Postmortems.Web.ActionItems;

/// <summary>One-button forms around an action item, and the questions that come up while one is written.</summary>
internal static class ActionItemEndpoints
{
    public static void MapActionItems(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/action-items/{number:int}/deletion", Delete);
        routes.MapPost("/action-items/{number:int}/deletion/undo", Restore);
        routes.MapGet(Urls.PromiseQuestions, Ask);
    }

    /// <param name="form">Asked for so that its antiforgery token is checked.</param>
    private static async Task<Results<RedirectHttpResult, NotFound, ForbidHttpResult>> Delete(
        int number, IFormCollection form, ClaimsPrincipal user, HttpContext http, DeleteActionItem delete, CancellationToken cancel)
    {
        if (!user.ToActor().MayEdit)
        {
            return TypedResults.Forbid();
        }

        if (!await delete.RunAsync(user.ToActor(), number, cancel))
        {
            return TypedResults.NotFound();
        }

        Notice.Leave(http, $"ACT-{number} is deleted.", Urls.RestoreActionItem(number));
        return TypedResults.LocalRedirect(Urls.ActionItems);
    }

    private static async Task<Results<RedirectHttpResult, NotFound, ForbidHttpResult>> Restore(
        int number, IFormCollection form, ClaimsPrincipal user, HttpContext http, RestoreActionItem restore, CancellationToken cancel)
    {
        if (!user.ToActor().MayEdit)
        {
            return TypedResults.Forbid();
        }

        if (!await restore.RunAsync(user.ToActor(), number, cancel))
        {
            return TypedResults.NotFound();
        }

        Notice.Leave(http, $"ACT-{number} is back.");
        return TypedResults.LocalRedirect(Urls.ActionItem(number));
    }

    private static RazorComponentResult<AskedQuestion> Ask(string field, string title = "", string doneWhen = "")
    {
        var questions = string.IsNullOrWhiteSpace(title) ? [] : PromiseQuestions.About(title, doneWhen, hasOwner: true, hasCauses: true);
        return new RazorComponentResult<AskedQuestion>(new { Question = questions.FirstOrDefault(question => question.Field == field) });
    }
}
