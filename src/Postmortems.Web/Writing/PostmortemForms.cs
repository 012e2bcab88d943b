using System.Security.Claims;
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
    private static Task<IResult> Delete(int number, IFormCollection form, ClaimsPrincipal user, HttpContext http, DeletePostmortem delete, CancellationToken cancel) =>
        FormPost.AnswerAsync(http, Urls.Postmortem(number), async () =>
            await delete.RunAsync(user.ToActor(), number, cancel) ? new Notice($"PM-{number} is deleted.", Urls.RestorePostmortem(number)) : null);

    private static Task<IResult> Restore(int number, IFormCollection form, ClaimsPrincipal user, HttpContext http, RestorePostmortem restore, CancellationToken cancel) =>
        FormPost.AnswerAsync(http, Urls.Postmortem(number), async () =>
            await restore.RunAsync(user.ToActor(), number, cancel) ? new Notice($"PM-{number} is back.") : null);
}
