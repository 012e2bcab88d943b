using System.Security.Claims;
using System.Text;
using System.Text.Json;
using Postmortems.Domain;
using Postmortems.Domain.Patterns.Fixes;
using Postmortems.Web.Accounts;
using Postmortems.Web.Ops;
using Postmortems.Web.Shell;

namespace Postmortems.Web.Patterns.Fixes;

/// <summary>The hook by which an automation reports its runs, and the draft of a runbook as a file.</summary>
internal static class FixEndpoints
{
    private const string Bearer = "Bearer ";

    public static void MapFixes(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/patterns/{number:int}/runbook.md", Runbook).RequireAuthorization();

        // A token of the automation is nobody's session; the handler looks for it before it looks for a person.
        routes.MapPost("/api/patterns/{number:int}/runs", Report).AllowAnonymous().WithTags("Patterns");
        routes.MapForms("/patterns/{number:int}/automation-tokens/{id:guid}").MapPost("/revocation", Revoke);
    }

    private static async Task<IResult> Runbook(int number, ClaimsPrincipal user, ReadFixes read, CancellationToken cancel) =>
        await read.RunAsync(user.ToActor(), number, cancel) is { Runbook.Length: > 0 } fixes
            ? TypedResults.File(Encoding.UTF8.GetBytes(fixes.Runbook), "text/markdown; charset=utf-8", $"runbook-PAT-{number}.md")
            : TypedResults.NotFound();

    private static Task<IResult> Revoke(int number, Guid id, HttpContext http, RevokeAutomationToken revoke, CancellationToken cancel) => FormPost.AnswerAsync(http, Urls.Pattern(number), async () =>
        await revoke.RunAsync(http.User.ToActor(), number, id, cancel) ? new Notice("The token is revoked. What it reported stays.") : null);

    private static async Task<IResult> Report(int number, HttpContext http, ReportRun report, ReportRunByToken reportByToken, CancellationToken cancel)
    {
        var header = http.Request.Headers.Authorization.ToString();
        var token = header.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase) ? header[Bearer.Length..].Trim() : null;

        try
        {
            // A browser sends its cookie by itself, so a cookie is no proof that an automation ran.
            if (token is null || (!IsOfAutomation(token) && http.User.Identity is not { IsAuthenticated: true }))
            {
                return NoToken();
            }

            if (!IsOfAutomation(token))
            {
                http.User.ToActor().MustEdit();
            }

            if (await ReadAsync(http.Request, cancel) is not { } asked)
            {
                return Refusal.Of(StatusCodes.Status400BadRequest, "automation-run/unreadable", """Send JSON, such as {"runId": "night-1", "ranAt": "2026-11-22T02:00:00Z", "outcome": "worked"}.""");
            }

            var (runId, outcome, note) = (asked.RunId ?? "", Outcome(asked.Outcome), asked.Note ?? "");

            if (IsOfAutomation(token))
            {
                return await reportByToken.RunAsync(token, number, runId, asked.RanAt, outcome, note, cancel) ? TypedResults.NoContent() : NoToken();
            }

            return await report.RunAsync(http.User.ToActor(), number, runId, asked.RanAt, outcome, note, cancel)
                ? TypedResults.NoContent()
                : Refusal.Of(StatusCodes.Status404NotFound, "pattern/not-there", $"There is no PAT-{number}.");
        }
        catch (RuleBrokenException broken)
        {
            return Refusal.Of(broken);
        }
    }

    /// <returns>Null where it cannot be read; the framework's own answer to that says nothing.</returns>
    private static async Task<RunRequest?> ReadAsync(HttpRequest request, CancellationToken cancel)
    {
        try
        {
            return request.HasJsonContentType() ? await request.ReadFromJsonAsync<RunRequest>(cancel) : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static bool IsOfAutomation(string token) => token.StartsWith(AutomationToken.Prefix, StringComparison.Ordinal);

    private static Microsoft.AspNetCore.Http.HttpResults.ProblemHttpResult NoToken() =>
        Refusal.Of(StatusCodes.Status401Unauthorized, "automation-run/no-token", "Send the token that was made for this automation: Authorization: Bearer pma_… . Make one on the page of its pattern.");

    private static RunOutcome Outcome(string? said) => (said ?? "worked").ToLowerInvariant() switch
    {
        "worked" => RunOutcome.Worked,
        "failed" => RunOutcome.Failed,
        "did-nothing" => RunOutcome.DidNothing,
        _ => throw new RuleBrokenException("automation-run/outcome", "Say how it went: worked, failed or did-nothing."),
    };
}

/// <param name="RunId">The automation's own name for the run; sending it again changes nothing.</param>
/// <param name="Outcome">worked, failed or did-nothing.</param>
public sealed record RunRequest(string? RunId, DateTimeOffset? RanAt, string? Outcome, string? Note);
