using System.Net.ServerSentEvents;
using System.Security.Claims;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;
using Postmortems.Domain.Retros;
using Postmortems.Web.Accounts;
using Postmortems.Web.Shell;

namespace Postmortems.Web.Retros;

/// <summary>One-button forms of a retro, its stream and its minutes as a file. Whoever may only read takes part too: they vote, comment and answer the pulse.</summary>
internal static class RetroForms
{
    public static void MapRetros(this IEndpointRouteBuilder routes)
    {
        var retro = routes.MapForms("/retros/{number:int}");

        retro.MapPost("/pack", Build);
        retro.MapPost("/patterns", Add);
        retro.MapPost("/run", Move);
        retro.MapPost("/closing", Close);
        retro.MapPost("/cards/{card:guid}/place", MoveCard);
        retro.MapPost("/cards/{card:guid}/removal", Remove);
        retro.MapPost("/cards/{card:guid}/reveal", Reveal);

        var everybody = routes.MapForms("/retros/{number:int}").WithMetadata(new ForReadersAttribute());

        everybody.MapPost("/seat", Sit);
        everybody.MapPost("/cards/{card:guid}/vote", Vote);
        everybody.MapPost("/comments", Say);
        everybody.MapPost("/comments/{comment:guid}/removal", TakeBack);
        everybody.MapPost("/pulse", Answer);

        routes.MapGet("/retros/{number:int}/minutes.md", Minutes).RequireAuthorization();
        routes.MapGet("/api/retros/{number:int}/stream", Stream).RequireAuthorization().WithTags("Retros").WithSummary("Says, as server-sent events, that a retro went on (step) or that somebody was counted (count)");
    }

    private static Task<IResult> Build(int number, HttpContext http, BuildPack build, CancellationToken cancel) => FormPost.AnswerAsync(http, Urls.Retro(number), async () =>
        await build.RunAsync(http.User.ToActor(), number, cancel) ? new Notice("The pack is built. Add, take out and sort as you like.") : null);

    private static Task<IResult> Add(int number, [FromForm] string? pattern, HttpContext http, AddToPack add, CancellationToken cancel) => FormPost.AnswerAsync(http, Urls.Retro(number), async () =>
        Asked.Number(pattern?.Trim().Replace("PAT-", "", StringComparison.OrdinalIgnoreCase)) is not { } wanted ? new Notice("Give the number of a pattern, such as PAT-12.")
        : await add.RunAsync(http.User.ToActor(), number, wanted, cancel) ? new Notice($"PAT-{wanted} is in the pack.")
        : new Notice($"There is no PAT-{wanted}."));

    private static Task<IResult> Move(
        int number, [FromForm] RetroMove move, [FromForm] RetroStep? step, [FromForm] int? card, [FromForm] DateTimeOffset? until, [FromForm] string? back, HttpContext http, MoveThroughRetro moving, CancellationToken cancel) =>
        Quietly(http, back ?? Urls.LeadRetro(number), () => moving.RunAsync(http.User.ToActor(), number, move, step is { } seen ? new RetroPlace(seen, card ?? 0) : null, until, cancel));

    private static Task<IResult> Close(int number, HttpContext http, CloseRetro close, CancellationToken cancel) => FormPost.AnswerAsync(http, Urls.RetroMinutes(number), async () =>
        await close.RunAsync(http.User.ToActor(), number, cancel) ? new Notice("The retro is closed. Its minutes stand here.") : null);

    private static Task<IResult> MoveCard(int number, Guid card, [FromForm] int from, [FromForm] bool up, HttpContext http, MoveInPack move, CancellationToken cancel) =>
        Quietly(http, Urls.Retro(number), () => move.RunAsync(http.User.ToActor(), number, card, from, up, cancel));

    private static Task<IResult> Remove(int number, Guid card, HttpContext http, RemoveFromPack remove, CancellationToken cancel) => FormPost.AnswerAsync(http, Urls.Retro(number), async () =>
        await remove.RunAsync(http.User.ToActor(), number, card, cancel) ? new Notice("It is out of the pack.") : null);

    private static Task<IResult> Reveal(int number, Guid card, [FromForm] string? back, HttpContext http, RevealVotes reveal, CancellationToken cancel) =>
        Quietly(http, back ?? Urls.LeadRetro(number), () => reveal.RunAsync(http.User.ToActor(), number, card, cancel));

    private static Task<IResult> Sit(int number, HttpContext http, TakePart sit, CancellationToken cancel) =>
        Quietly(http, Urls.TakePart(number), () => sit.RunAsync(http.User.ToActor(), number, cancel));

    private static Task<IResult> Vote(
        int number, Guid card, [FromForm] VoteLevel? impact, [FromForm] VoteLevel? change, [FromForm] VoteLevel? learning, HttpContext http, CastVote cast, CancellationToken cancel) => FormPost.AnswerAsync(http, Urls.TakePart(number), async () =>
        (impact, change, learning) is not ({ } hurts, { } ours, { } teaches) ? new Notice("Answer all three; then your vote counts.")
        : await cast.RunAsync(http.User.ToActor(), number, card, hurts, ours, teaches, cancel) ? new Notice("Your vote is in.")
        : new Notice("The votes are shown already, so this one came too late."));

    private static Task<IResult> Say(int number, [FromForm] Guid id, [FromForm] Guid? card, [FromForm] string? text, [FromForm] string? back, HttpContext http, SayInRetro say, CancellationToken cancel) =>
        FormPost.AnswerAsync(http, Next(back, number), async () => await say.RunAsync(http.User.ToActor(), number, id, card, text ?? "", cancel) ? new Notice("Kept. Others read it when the meeting comes to it.") : null);

    private static Task<IResult> TakeBack(int number, Guid comment, [FromForm] string? back, HttpContext http, TakeBackRetroComment takeBack, CancellationToken cancel) =>
        FormPost.AnswerAsync(http, Next(back, number), async () => await takeBack.RunAsync(http.User.ToActor(), number, comment, cancel) ? new Notice("Your comment is taken back.") : null);

    private static Task<IResult> Answer(int number, [FromForm] bool? learned, [FromForm] string? change, HttpContext http, AnswerPulse answer, CancellationToken cancel) => FormPost.AnswerAsync(http, Urls.TakePart(number), async () =>
        learned is not { } said ? new Notice("Say yes or no; the rest is up to you.")
        : await answer.RunAsync(http.User.ToActor(), number, said, change ?? "", cancel) ? new Notice("Thank you. Nobody can see that it was you.") : null);

    private static async Task<IResult> Minutes(int number, ClaimsPrincipal user, ReadRetro read, TimeProvider clock, CancellationToken cancel) =>
        await read.RunAsync(user.ToActor(), number, cancel: cancel) is { Retro.Run: not null } view
            ? TypedResults.File(Encoding.UTF8.GetBytes(view.Retro.Closing is null ? RetroMinutes.Of(view, clock.GetUtcNow()) : view.Retro.Minutes), "text/markdown; charset=utf-8", $"RETRO-{number}.md")
            : TypedResults.NotFound();

    private static async Task<Results<ServerSentEventsResult<string>, NotFound>> Stream(int number, HttpContext http, IsRetroThere isThere, RetroNews news, CancellationToken cancel)
    {
        http.Response.Headers["X-Accel-Buffering"] = "no";
        return await isThere.RunAsync(http.User.ToActor(), number, cancel) ? TypedResults.ServerSentEvents(news.FollowAsync(http.User, number, cancel)) : TypedResults.NotFound();
    }

    /// <summary>What everybody sees at once needs no sentence.</summary>
    private static async Task<IResult> Quietly(HttpContext http, string next, Func<Task<bool>> work)
    {
        try
        {
            return await work() ? TypedResults.LocalRedirect(Local.Path(next)) : TypedResults.NotFound();
        }
        catch (RuleBrokenException broken)
        {
            Notice.Leave(http, broken.Message);
        }
        catch (DbUpdateConcurrencyException)
        {
            Notice.Leave(http, "Somebody else pressed a button at the same moment; here is what came of it.");
        }

        return TypedResults.LocalRedirect(Local.Path(next));
    }

    private static string Next(string? back, int number) => back is null ? Urls.Retro(number) : Local.Path(back);
}
