using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using Postmortems.Domain.Accounts;

namespace Postmortems.Web.Accounts;

/// <summary>Lets a program with "Authorization: Bearer pmt_…" act as the token's owner, in the API and nowhere else.</summary>
internal sealed class ApiTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory logger, UrlEncoder encoder, RecogniseApiToken recognise)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, logger, encoder)
{
    public new const string Scheme = "ApiToken";

    private const string Bearer = "Bearer ";

    public static bool Answers(HttpRequest request) =>
        request.Path.StartsWithSegments("/api", StringComparison.Ordinal)
        && request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var token = Request.Headers.Authorization.ToString()[Bearer.Length..].Trim();

        return await recognise.RunAsync(token, Context.RequestAborted) is { } owner
            ? AuthenticateResult.Success(new AuthenticationTicket(UserClaims.Of(owner, Scheme), Scheme))
            : AuthenticateResult.Fail("No such API token, or it was revoked.");
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer";
        return Task.CompletedTask;
    }
}
