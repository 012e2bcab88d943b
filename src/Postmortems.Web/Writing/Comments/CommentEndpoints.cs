using System.Net.ServerSentEvents;
using System.Security.Claims;
using Microsoft.AspNetCore.Http.HttpResults;
using Postmortems.Domain;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Comments;
using Postmortems.Web.Accounts;
using Postmortems.Web.Shell;
using Postmortems.Web.Writing.Together;

namespace Postmortems.Web.Writing.Comments;

/// <summary>One-button forms of threads and comments, and the stream by which a page learns that something was said.</summary>
internal static class CommentEndpoints
{
    public static void MapComments(this IEndpointRouteBuilder routes)
    {
        var comments = routes.MapForms("/postmortems/{number:int}/comments");

        comments.MapPost("/threads/{thread:guid}/resolution", Resolve);
        comments.MapPost("/threads/{thread:guid}/resolution/undo", Reopen);
        comments.MapPost("/{comment:guid}/deletion", Delete);
        comments.MapPost("/{comment:guid}/deletion/undo", Restore);

        routes.MapGet("/api/postmortems/{number:int}/comments/stream", Stream).RequireAuthorization().WithTags("Comments").WithSummary("Says, as server-sent events, that the threads changed");
    }

    private static Task<IResult> Resolve(int number, Guid thread, HttpContext http, ResolveThread resolve, CancellationToken cancel) =>
        LeadAsync(http, number, async () => await resolve.RunAsync(http.User.ToActor(), number, thread, cancel) ? Urls.Comments(number) : null);

    private static Task<IResult> Reopen(int number, Guid thread, HttpContext http, ReopenThread reopen, CancellationToken cancel) =>
        LeadAsync(http, number, async () => await reopen.RunAsync(http.User.ToActor(), number, thread, cancel) ? Urls.OpenThread(number, thread) : null);

    private static Task<IResult> Delete(int number, Guid comment, HttpContext http, DeleteComment delete, CancellationToken cancel) =>
        LeadAsync(http, number, async () => await delete.RunAsync(http.User.ToActor(), number, comment, cancel) is { } ? Urls.CommentTakenBack(number, comment) : null);

    private static Task<IResult> Restore(int number, Guid comment, HttpContext http, RestoreComment restore, CancellationToken cancel) =>
        LeadAsync(http, number, async () => await restore.RunAsync(http.User.ToActor(), number, comment, cancel) is { } thread ? Urls.OpenThread(number, thread) : null);

    private static async Task<IResult> LeadAsync(HttpContext http, int number, Func<Task<string?>> work)
    {
        try
        {
            return await work() is { } next ? TypedResults.LocalRedirect(next) : TypedResults.NotFound();
        }
        catch (RuleBrokenException broken)
        {
            Notice.Leave(http, broken.Message);
            return TypedResults.LocalRedirect(Urls.Comments(number));
        }
    }

    private static async Task<Results<ServerSentEventsResult<string>, NotFound>> Stream(int number, HttpContext http, ReadHead read, DocumentNews news, CancellationToken cancel)
    {
        http.Response.Headers["X-Accel-Buffering"] = "no";

        return await read.RunAsync(http.User.ToActor(), number, cancel) is { Deletion: null }
            ? TypedResults.ServerSentEvents(news.FollowAsync(http.User, number, cancel))
            : TypedResults.NotFound();
    }
}
