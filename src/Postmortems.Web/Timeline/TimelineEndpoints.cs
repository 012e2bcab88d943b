using Microsoft.AspNetCore.Http.HttpResults;
using Postmortems.Domain.Timeline;
using Postmortems.Web.Accounts;
using Postmortems.Web.Shell;

namespace Postmortems.Web.Timeline;

/// <summary>What the buttons of a timeline send, and what its quick entry asks while somebody types.</summary>
internal static class TimelineEndpoints
{
    public static void MapTimeline(this IEndpointRouteBuilder routes)
    {
        var entries = routes.MapForms("/incidents/{number:int}/timeline/{id:guid}");

        entries.MapPost("/deletion", Delete);
        entries.MapPost("/deletion/undo", Restore);

        routes.MapGet("/incidents/{number:int}/timeline/understood", Understand).RequireAuthorization();
    }

    private static Task<IResult> Delete(int number, Guid id, HttpContext http, DeleteEntry delete, CancellationToken cancel) => FormPost.AnswerAsync(http, Urls.Timeline(number), async () =>
        await delete.RunAsync(http.User.ToActor(), id, cancel) ? new Notice("The entry is deleted.", Urls.RestoreEntry(number, id)) : null);

    private static Task<IResult> Restore(int number, Guid id, HttpContext http, RestoreEntry restore, CancellationToken cancel) => FormPost.AnswerAsync(http, Urls.Timeline(number), async () =>
        await restore.RunAsync(http.User.ToActor(), id, cancel) ? new Notice("The entry is back.") : null);

    private static async Task<RazorComponentResult<UnderstoodFrame>> Understand(int number, string? lines, HttpContext http, UnderstandLines understand, CancellationToken cancel) =>
        new(new { Lines = await understand.RunAsync(http.User.ToActor(), number, lines ?? "", cancel) });
}
