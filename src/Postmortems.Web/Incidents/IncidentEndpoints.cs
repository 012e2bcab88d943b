using Postmortems.Domain.Incidents;
using Postmortems.Web.Accounts;
using Postmortems.Web.Shell;

namespace Postmortems.Web.Incidents;

/// <summary>Deletes and restores incidents; forms on several pages send here, and so does Undo.</summary>
internal static class IncidentEndpoints
{
    public static void MapIncidents(this IEndpointRouteBuilder routes)
    {
        var incidents = routes.MapForms("/incidents/{number:int}");

        incidents.MapPost("/deletion", Delete);
        incidents.MapPost("/deletion/undo", Restore);
    }

    private static Task<IResult> Delete(int number, HttpContext http, DeleteIncident delete, CancellationToken cancel) => FormPost.AnswerAsync(http, Urls.Incident(number), async () =>
        await delete.RunAsync(http.User.ToActor(), number, cancel) is not null ? new Notice($"INC-{number} is deleted.", Urls.RestoreIncident(number)) : null);

    private static Task<IResult> Restore(int number, HttpContext http, RestoreIncident restore, CancellationToken cancel) => FormPost.AnswerAsync(http, Urls.Incident(number), async () =>
        await restore.RunAsync(http.User.ToActor(), number, cancel) is not null ? new Notice($"INC-{number} is back.") : null);
}
