using System.Collections.Concurrent;
using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Postmortems.Domain;
using Postmortems.Domain.Writing;
using Postmortems.Web.Accounts;
using Postmortems.Web.Ops;
using Postmortems.Web.Shell;

namespace Postmortems.Web.Writing.Together;

/// <summary>Where windows tell that somebody writes in them. They hear of each other on the stream of changes.</summary>
internal sealed class PresenceEndpoints(ReadHead read, TimeProvider clock)
{
    /// <summary>Windows tell of themselves several times a second; whether the document is there is asked less often.</summary>
    private static readonly TimeSpan Memory = TimeSpan.FromSeconds(10);

    private const int Longest = Domain.Writing.Document.LongestText;

    private readonly ConcurrentDictionary<int, DateTimeOffset> known = new();

    public static void Map(IEndpointRouteBuilder routes) =>
        routes.MapPost("/api/postmortems/{number:int}/document/presence", Tell)
            .RequireAuthorization()
            .DisableAntiforgery()
            .WithTags("Documents")
            .WithSummary("Says that somebody writes in a window and where its cursor stands; answers who else does");

    private static async Task<Results<Ok<IReadOnlyList<PresentWindow>>, NotFound, ProblemHttpResult>> Tell(int number, HttpContext http, PresenceEndpoints known, Presence presence, CancellationToken cancel)
    {
        try
        {
            var actor = http.User.ToActor();
            actor.MustEdit();
            var sent = await ReadAsync(http.Request, cancel);

            return await known.IsThereAsync(actor, number, cancel)
                ? TypedResults.Ok(presence.Tell(number, new PresentWindow(sent.Window, actor.UserId, http.User.DisplayName(), sent.Version, sent.Anchor, sent.Head, sent.Gone)))
                : TypedResults.NotFound();
        }
        catch (RuleBrokenException broken)
        {
            return Refusal.Of(broken);
        }
    }

    private async Task<bool> IsThereAsync(Domain.Accounts.Actor actor, int number, CancellationToken cancel)
    {
        var now = clock.GetUtcNow();

        if (known.TryGetValue(number, out var asked) && now - asked < Memory)
        {
            return true;
        }

        var isThere = await read.RunAsync(actor, number, cancel) is { Deletion: null };

        foreach (var (old, at) in known.Where(entry => now - entry.Value >= Memory))
        {
            known.TryRemove(new(old, at));
        }

        if (isThere)
        {
            known[number] = now;
        }

        return isThere;
    }

    /// <summary>A window that closes sends it as plain text, for then no browser asks first whether it may.</summary>
    private static async Task<PresenceSent> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<PresenceSent>(request.Body, JsonSerializerOptions.Web, cancel) is { } sent && IsPossible(sent) ? sent : throw NoPresence();
        }
        catch (JsonException)
        {
            throw NoPresence();
        }
    }

    private static bool IsPossible(PresenceSent sent) =>
        sent.Window != Guid.Empty && sent.Version >= 0 && sent.Anchor is >= 0 and <= Longest && sent.Head is >= 0 and <= Longest;

    private static RuleBrokenException NoPresence() => new("document/no-presence", "What arrived does not say where somebody writes.");
}
