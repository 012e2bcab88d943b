using Microsoft.AspNetCore.Http.HttpResults;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Ops;
using Postmortems.Web.Accounts;
using Postmortems.Web.Shell;

namespace Postmortems.Web.Ops;

internal static class OpsEndpoints
{
    public static void MapOps(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/administration/errands/{id:guid}/retry", Retry)
            .RequireAuthorization(policy => policy.RequireRole(nameof(Role.Administrator)));

    /// <param name="form">Asked for so that its antiforgery token is checked.</param>
    private static async Task<RedirectHttpResult> Retry(Guid id, HttpContext http, IFormCollection form, RetryErrand retry, CancellationToken cancel)
    {
        _ = form;
        var isThere = await retry.RunAsync(http.User.ToActor(), id, cancel);
        Notice.Leave(http, isThere ? "It will be tried again in a moment." : "It has been done in the meantime.");
        return TypedResults.LocalRedirect(Urls.Errands);
    }
}
