using System.Globalization;
using System.Security.Claims;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing.Together;
using Postmortems.Web.Accounts;
using Postmortems.Web.Ops;

namespace Postmortems.Web.Writing.Together;

/// <summary>How several windows write one document: changes go in by POST and come out as a stream. Any instance answers.</summary>
internal static class ChangeEndpoints
{
    private const int MostAtOnce = 1000;

    public static void AddWritingTogether(this IServiceCollection services)
    {
        services.AddSingleton<Feeds>();
        services.AddSingleton<Intake>();
        services.AddSingleton<DocumentNews>();
        services.AddSingleton<Presence>();
        services.AddSingleton<PresenceEndpoints>();
        services.AddSingleton<PresenceRinger>();
        services.AddHostedService(provider => provider.GetRequiredService<PresenceRinger>());
        services.AddHostedService<PresenceLooks>();
        services.AddSingleton<ChangeStream>();
        services.AddSingleton<BellRinger>();
        services.AddHostedService(provider => provider.GetRequiredService<BellRinger>());
        services.AddHostedService<BellListener>();
    }

    public static void MapWritingTogether(this IEndpointRouteBuilder routes)
    {
        var document = routes.MapGroup("/api/postmortems/{number:int}/document").RequireAuthorization().WithTags("Documents");

        document.MapGet("", Read).WithSummary("The text at a version, the newest unless one is named");
        document.MapPost("/changes", Accept).DisableAntiforgery().WithSummary("Changes that one window made, in CodeMirror's form. Safe to repeat");
        document.MapGet("/changes", ReadAfter).WithSummary("What was accepted after a version");
        PresenceEndpoints.Map(routes);
        document.MapGet("/changes/stream", Stream).WithSummary("The same as it happens, as server-sent events");
    }

    private static async Task<Results<Ok<TextAtVersion>, NotFound>> Read(int number, int? version, ClaimsPrincipal user, ReadText read, CancellationToken cancel) =>
        await read.RunAsync(user.ToActor(), number, version, cancel) is { } text ? TypedResults.Ok(text) : TypedResults.NotFound();

    private static async Task<Results<Ok<AcceptedAnswer>, NotFound, ProblemHttpResult>> Accept(int number, HttpContext http, Intake intake, CancellationToken cancel)
    {
        try
        {
            var actor = http.User.ToActor();
            actor.MustEdit();
            var sent = await ReadSentAsync(http.Request, cancel);

            // Once it waits it is taken, whether or not somebody still waits for the answer.
            return await intake.TakeAsync(number, new SentUpdates(actor, sent.After, sent.Updates), http.User.Identity?.Name ?? "") switch
            {
                null => TypedResults.NotFound(),
                AcceptOutcome.Refused refused => Refusal.Of(refused.Why),
                AcceptOutcome.Accepted taken => TypedResults.Ok(new AcceptedAnswer(taken.Version, taken.Refusal ?? sent.Refusal?.Message)),
                _ => Refusal.Of(StatusCodes.Status409Conflict, "document/other-history", "This document was set back to an earlier state. What you typed stays on this device."),
            };
        }
        catch (RuleBrokenException broken)
        {
            return Refusal.Of(broken);
        }
    }

    private static async Task<Results<Ok<IReadOnlyList<ChangeRow>>, NotFound>> ReadAfter(int number, int after, ClaimsPrincipal user, ReadChanges read, CancellationToken cancel) =>
        await read.RunAsync(user.ToActor(), number, after, cancel) is { } changes ? TypedResults.Ok(changes) : TypedResults.NotFound();

    private static async Task<Results<EmptyHttpResult, NotFound>> Stream(int number, int after, Guid? window, HttpContext http, ChangeStream stream, Presence presence, ReadChanges read, CancellationToken cancel)
    {
        // A browser that comes back says itself how far it came.
        var from = int.TryParse(http.Request.Headers["Last-Event-ID"], CultureInfo.InvariantCulture, out var last) ? last : after;

        if (await read.RunAsync(http.User.ToActor(), number, from, cancel) is null)
        {
            return TypedResults.NotFound();
        }

        SilentLine.EndSoon(http);
        using var held = window is { } own ? presence.Hold(number, own, http.User.ToActor().UserId) : null;
        await stream.FollowAsync(http, number, from);
        return TypedResults.Empty;
    }

    private static async Task<ReadableChanges> ReadSentAsync(HttpRequest request, CancellationToken cancel)
    {
        var sent = await ReadJsonAsync(request, cancel);

        return sent is { Updates: { Count: > 0 and <= MostAtOnce } updates } && sent.Client != Guid.Empty && sent.After >= 0
            ? Readable(sent.After, sent.Client, updates)
            : throw ChangeSetJson.NoChange();
    }

    /// <summary>What was typed before something that no document may hold is taken all the same.</summary>
    private static ReadableChanges Readable(int after, Guid client, IReadOnlyList<SentChange?> sent)
    {
        var updates = new List<Update>();

        foreach (var change in sent)
        {
            try
            {
                updates.Add(change is null ? throw ChangeSetJson.NoChange() : new Update(client, change.Sequence, ChangeSetJson.Read(change.Changes)));
            }
            catch (RuleBrokenException broken) when (updates.Count > 0)
            {
                return new ReadableChanges(after, updates, broken);
            }
        }

        return new ReadableChanges(after, updates, null);
    }

    private static async Task<SentChanges?> ReadJsonAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            return request.HasJsonContentType() ? await request.ReadFromJsonAsync<SentChanges>(cancel) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <param name="Refusal">Why the rest cannot be read, if not all of it can.</param>
    private sealed record ReadableChanges(int After, IReadOnlyList<Update> Updates, RuleBrokenException? Refusal);
}

/// <param name="After">The version that the window had when it made the first of these.</param>
public sealed record SentChanges(int After, Guid Client, IReadOnlyList<SentChange?> Updates);

public sealed record SentChange(int Sequence, JsonElement Changes);

/// <param name="Refusal">Why the rest was not taken, if not all of it was.</param>
public sealed record AcceptedAnswer(int Version, string? Refusal);
