using System.Security.Claims;
using System.Text;
using Postmortems.Domain;
using Postmortems.Domain.Patterns.Fixes;
using Postmortems.Web.Accounts;
using Postmortems.Web.Ops;

namespace Postmortems.Web.Patterns.Fixes;

/// <summary>The hook by which an automation reports its runs, and the draft of a runbook as a file.</summary>
internal static class FixEndpoints
{
    private const string Bearer = "Bearer ";

    public static void MapFixes(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/patterns/{number:int}/runbook.md", Runbook).RequireAuthorization();
        routes.MapPost("/api/patterns/{number:int}/runs", Report).RequireAuthorization().WithTags("Patterns");
    }

    private static async Task<IResult> Runbook(int number, ClaimsPrincipal user, ReadFixes read, CancellationToken cancel) =>
        await read.RunAsync(user.ToActor(), number, cancel) is { Runbook.Length: > 0 } fixes
            ? TypedResults.File(Encoding.UTF8.GetBytes(fixes.Runbook), "text/markdown; charset=utf-8", $"runbook-PAT-{number}.md")
            : TypedResults.NotFound();

    private static async Task<IResult> Report(int number, RunRequest? asked, HttpContext http, ReportRun report, CancellationToken cancel)
    {
        try
        {
            var actor = http.User.ToActor();
            actor.MustEdit();

            // A browser sends its cookie by itself, so a cookie is no proof that an automation ran.
            if (!http.Request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase))
            {
                return Refusal.Of(StatusCodes.Status401Unauthorized, "account/no-token", "Send an API token: Authorization: Bearer pmt_… . Make one on your account page.");
            }

            var outcome = (asked?.Outcome ?? "worked").ToLowerInvariant() switch
            {
                "worked" => RunOutcome.Worked,
                "failed" => RunOutcome.Failed,
                "did-nothing" => RunOutcome.DidNothing,
                _ => throw new RuleBrokenException("automation-run/outcome", "Say how it went: worked, failed or did-nothing."),
            };

            return await report.RunAsync(actor, number, asked?.RunId ?? "", asked?.RanAt, outcome, asked?.Note ?? "", cancel)
                ? TypedResults.NoContent()
                : Refusal.Of(StatusCodes.Status404NotFound, "pattern/not-there", $"There is no PAT-{number}.");
        }
        catch (RuleBrokenException broken)
        {
            return Refusal.Of(broken);
        }
    }
}

/// <param name="RunId">The automation's own name for the run; sending it again changes nothing.</param>
/// <param name="Outcome">worked, failed or did-nothing.</param>
public sealed record RunRequest(string? RunId, DateTimeOffset? RanAt, string? Outcome, string? Note);
