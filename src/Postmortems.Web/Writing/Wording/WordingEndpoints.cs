using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing.Wording;
using Postmortems.Web.Accounts;
using Postmortems.Web.Ops;
using Postmortems.Web.Shell;

namespace Postmortems.Web.Writing.Wording;

/// <summary>Questions about the wording of a document while it is written, and what its writers answer.</summary>
internal static class WordingEndpoints
{
    /// <summary>Bytes: as long as a text that is asked about can be, in any script.</summary>
    private const long LongestRequest = 8_000_000;

    public static void MapWording(this IEndpointRouteBuilder routes)
    {
        var wording = routes.MapGroup("/api/postmortems/{number:int}/wording").RequireAuthorization().WithTags("Wording").DisableAntiforgery();

        wording.MapPost("", Check).WithMetadata(new RequestSizeLimitAttribute(LongestRequest)).WithSummary("Questions about a text that is being written. Nothing of it is kept");
        wording.MapPut("/answers/{id:guid}", Answer).WithSummary("What a writer answers to a question. Safe to repeat");
        wording.MapDelete("/answers/{id:guid}", TakeBack).WithSummary("Take an answer back; sending it again puts it back");

        routes.MapPost(Urls.AskAboutWording, AskAboutField).RequireAuthorization().DisableAntiforgery().WithTags("Wording").WithSummary("Questions about a field, as a piece of a page. Nothing of it is kept");
        routes.MapPut("/api/coaching", Coach).RequireAuthorization().DisableAntiforgery().WithTags("Wording").WithSummary("Whether you are asked the smaller questions too");
        routes.MapForms(Urls.Coaching).MapPost("", CoachByForm);
    }

    private static Task<IResult> Check(int number, HttpContext http, CheckWording check, CancellationToken cancel) => AnswerAsync(http, async actor =>
    {
        var sent = await ReadAsync<TextToCheck>(http.Request, cancel);
        return await check.RunAsync(actor, number, sent.Text ?? "", cancel) is { } view ? TypedResults.Ok(ToldQuestions.Of(view)) : TypedResults.NotFound();
    });

    private static Task<IResult> Answer(int number, Guid id, HttpContext http, AnswerWording answer, CancellationToken cancel) => AnswerAsync(http, async actor =>
    {
        var sent = await ReadAsync<SentAnswer>(http.Request, cancel);

        if (!Enum.TryParse<WordingAnswerKind>(sent.Kind, ignoreCase: true, out var kind) || !Enum.IsDefined(kind))
        {
            throw new RuleBrokenException("wording/no-answer", "Say what the answer is: kept, notBlame, off, becameCause or becameDecision.");
        }

        var about = new AskedPhrase(sent.Rule ?? "", sent.Phrase ?? "", sent.Before ?? "", sent.After ?? "");
        return await answer.RunAsync(actor, number, id, kind, about, sent.Reason, cancel) ? TypedResults.NoContent() : TypedResults.NotFound();
    });

    private static Task<IResult> TakeBack(int number, Guid id, HttpContext http, TakeBackWordingAnswer takeBack, CancellationToken cancel) => AnswerAsync(http, async actor =>
        await takeBack.RunAsync(actor, number, id, cancel) ? TypedResults.NoContent() : TypedResults.NotFound());

    private static Task<IResult> AskAboutField(HttpContext http, string? without, AskAboutField ask, CancellationToken cancel) => AnswerAsync(http, async actor =>
        new RazorComponentResult<FieldQuestions>(new { Asked = await ask.RunAsync(actor, (await ReadAsync<TextToCheck>(http.Request, cancel)).Text ?? "", without, cancel) }));

    private static Task<IResult> Coach(HttpContext http, ChooseCoaching choose, CancellationToken cancel) => AnswerAsync(http, async actor =>
    {
        await choose.RunAsync(actor, (await ReadAsync<SentCoaching>(http.Request, cancel)).On, cancel);
        return TypedResults.NoContent();
    });

    private static Task<IResult> CoachByForm([FromForm] string? on, HttpContext http, ChooseCoaching choose, CancellationToken cancel) =>
        FormPost.AnswerAsync(http, Urls.Account, async () =>
        {
            await choose.RunAsync(http.User.ToActor(), on is not null, cancel);
            return new Notice(on is null ? "Only the main questions about wording are asked." : "The smaller questions about wording are asked too.");
        });

    /// <summary>Whoever may only read hears that, whatever was sent.</summary>
    private static async Task<IResult> AnswerAsync(HttpContext http, Func<Actor, Task<IResult>> work)
    {
        try
        {
            var actor = http.User.ToActor();
            actor.MustEdit();
            return await work(actor);
        }
        catch (RuleBrokenException broken)
        {
            return Refusal.Of(broken);
        }
    }

    private static async Task<T> ReadAsync<T>(HttpRequest request, CancellationToken cancel)
        where T : class
    {
        try
        {
            return (request.HasJsonContentType() ? await request.ReadFromJsonAsync<T>(cancel) : null) ?? throw Unreadable();
        }
        catch (JsonException)
        {
            throw Unreadable();
        }
    }

    private static RuleBrokenException Unreadable() => new("wording/unreadable", "Send JSON as the list of calls shows it.");
}

public sealed record TextToCheck(string? Text);

/// <param name="Kind">kept, notBlame, off, becameCause or becameDecision.</param>
/// <param name="Before">Words before the phrase, as the check told them.</param>
/// <param name="Reason">Why it is kept, or what it became.</param>
public sealed record SentAnswer(string? Kind, string? Rule, string? Phrase, string? Before, string? After, string? Reason);

public sealed record SentCoaching(bool On);
