using Microsoft.AspNetCore.Mvc;
using Postmortems.Domain;
using Postmortems.Domain.Writing.Roles;
using Postmortems.Web.Accounts;
using Postmortems.Web.Shell;

namespace Postmortems.Web.Reviews;

/// <summary>The choice between names and roles for readers who had no part in a postmortem.</summary>
internal static class RolesEndpoints
{
    public static void MapRoles(this IEndpointRouteBuilder routes) => routes.MapForms("/postmortems/{number:int}/roles").MapPost("", Choose);

    private static Task<IResult> Choose(int number, [FromForm] string? on, HttpContext http, ShowRoles show, CancellationToken cancel) =>
        FormPost.AnswerAsync(http, Urls.Postmortem(number), async () =>
            await show.RunAsync(http.User.ToActor(), number, on == "true", cancel)
                ? new Notice(on == "true" ? "Readers who had no part in it see roles instead of names." : "All readers see names.")
                : null);
}
