using Microsoft.AspNetCore.Mvc;
using Postmortems.Domain.Patterns.Curation;
using Postmortems.Web.Accounts;
using Postmortems.Web.Patterns.Fixes;
using Postmortems.Web.Shell;

namespace Postmortems.Web.Patterns;

/// <summary>One-button forms by which people answer suggestions and curate patterns. They come back to where they were sent from.</summary>
internal static class PatternForms
{
    public static void MapPatterns(this IEndpointRouteBuilder routes)
    {
        var pattern = routes.MapForms("/patterns/{number:int}");

        pattern.MapPost("/confirmation", Confirm);
        pattern.MapPost("/dismissal/undo", Recall);
        pattern.MapPost("/acceptance/undo", Withdraw);
        pattern.MapPost("/pin", Pin);
        pattern.MapPost("/pin/undo", Unpin);
        pattern.MapPost("/members/answer", Answer);
        pattern.MapPost("/merge/undo", Unmerge);

        routes.MapFixes();
        routes.MapForms("/patterns/inbox/{id:guid}").MapPost("/rejection", Reject);
    }

    private static Task<IResult> Confirm(int number, [FromForm] string? back, HttpContext http, ConfirmPattern confirm, CancellationToken cancel) => FormPost.AnswerAsync(http, Next(back, number), async () =>
        await confirm.RunAsync(http.User.ToActor(), number, cancel) ? new Notice($"PAT-{number} is confirmed. From now on only people change its members.") : null);

    private static Task<IResult> Recall(int number, HttpContext http, RecallPattern recall, CancellationToken cancel) => FormPost.AnswerAsync(http, Urls.Pattern(number), async () =>
        await recall.RunAsync(http.User.ToActor(), number, cancel) ? new Notice($"PAT-{number} is proposed again.") : null);

    private static Task<IResult> Withdraw(int number, HttpContext http, WithdrawAcceptance withdraw, CancellationToken cancel) => FormPost.AnswerAsync(http, Urls.Pattern(number), async () =>
        await withdraw.RunAsync(http.User.ToActor(), number, cancel) ? new Notice($"The risk of PAT-{number} is no longer accepted.") : null);

    private static Task<IResult> Pin(int number, HttpContext http, PinPattern pin, CancellationToken cancel) => FormPost.AnswerAsync(http, Urls.Pattern(number), async () =>
        await pin.RunAsync(http.User.ToActor(), number, pinned: true, cancel) ? new Notice($"PAT-{number} stays, even without members.", Urls.UnpinPattern(number)) : null);

    private static Task<IResult> Unpin(int number, HttpContext http, PinPattern pin, CancellationToken cancel) => FormPost.AnswerAsync(http, Urls.Pattern(number), async () =>
        await pin.RunAsync(http.User.ToActor(), number, pinned: false, cancel) ? new Notice($"PAT-{number} is no longer pinned.") : null);

    /// <param name="member">Those that were ticked.</param>
    /// <param name="belong">Which button was pressed.</param>
    private static Task<IResult> Answer(
        int number, [FromForm] Guid[]? member, [FromForm] bool? belong, [FromForm] string? reason, [FromForm] string? back, HttpContext http, TakeInMembers takeIn, KeepOutMembers keepOut, CancellationToken cancel) =>
        FormPost.AnswerAsync(http, Next(back, number), async () => (member, belong) switch
        {
            (null or [], _) => new Notice("Nothing was ticked, so nothing was changed."),
            (_, true) => await takeIn.RunAsync(http.User.ToActor(), number, member, reason ?? "", cancel) ? new Notice($"{Count(member)} in PAT-{number} now.") : null,
            _ => await keepOut.RunAsync(http.User.ToActor(), number, member, reason ?? "", cancel) ? new Notice($"{Count(member)} out of PAT-{number} for good.") : null,
        });

    private static Task<IResult> Unmerge(int number, HttpContext http, UndoMerge undo, CancellationToken cancel) => FormPost.AnswerAsync(http, Urls.Pattern(number), async () =>
        await undo.RunAsync(http.User.ToActor(), number, cancel) ? new Notice($"PAT-{number} stands for itself again.") : null);

    private static Task<IResult> Reject(Guid id, [FromForm] string? reason, HttpContext http, RejectSuggestion reject, CancellationToken cancel) => FormPost.AnswerAsync(http, Urls.PatternInbox, async () =>
        await reject.RunAsync(http.User.ToActor(), id, reason ?? "", cancel) ? new Notice("It is not suggested again.") : new Notice("Somebody answered this meanwhile."));

    /// <summary>Where a form was sent from, or the page of the pattern.</summary>
    public static string Next(string? back, int number) => string.IsNullOrEmpty(back) ? Urls.Pattern(number) : Local.Path(back);

    private static string Count(Guid[] members) => members.Length == 1 ? "One is" : $"{members.Length} are";
}
