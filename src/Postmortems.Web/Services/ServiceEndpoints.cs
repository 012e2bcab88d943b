using Postmortems.Domain.Services;
using Postmortems.Web.Accounts;
using Postmortems.Web.Shell;

namespace Postmortems.Web.Services;

/// <summary>Deletes and restores services; forms on several pages send here, and so does Undo.</summary>
internal static class ServiceEndpoints
{
    public static void MapServices(this IEndpointRouteBuilder routes)
    {
        var services = routes.MapForms("/services/{id:guid}");

        services.MapPost("/deletion", Delete);
        services.MapPost("/deletion/undo", Restore);
    }

    private static Task<IResult> Delete(Guid id, HttpContext http, DeleteService delete, CancellationToken cancel) => FormPost.AnswerAsync(http, Urls.Services, async () =>
        await delete.RunAsync(http.User.ToActor(), id, cancel) is { } name ? new Notice($"“{name}” is deleted.", Urls.RestoreService(id)) : null);

    private static Task<IResult> Restore(Guid id, HttpContext http, RestoreService restore, CancellationToken cancel) => FormPost.AnswerAsync(http, Urls.Services, async () =>
        await restore.RunAsync(http.User.ToActor(), id, cancel) is { } name ? new Notice($"“{name}” is back.") : null);
}
