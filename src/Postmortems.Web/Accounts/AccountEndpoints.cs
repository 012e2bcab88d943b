using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Web.Shell;

namespace Postmortems.Web.Accounts;

/// <summary>What is done to accounts by one press of a button.</summary>
internal static class AccountEndpoints
{
    public static void MapAccounts(this IEndpointRouteBuilder routes)
    {
        var own = routes.MapGroup("").WithMetadata(new ForReadersAttribute());

        own.MapPost(Urls.SignOut, SignOut);
        own.MapPost(Urls.EndMySessions, EndMySessions);
        own.MapPost("/account/tokens/{id:guid}/revocation", RevokeToken);

        var administration = routes.MapGroup(Urls.Administration).RequireAuthorization(policy => policy.RequireRole(nameof(Role.Administrator)));

        administration.MapPost("/people/{id:guid}/role", ChangeRoleOf);
        administration.MapPost("/people/{id:guid}/disabling", Disable);
        administration.MapPost("/people/{id:guid}/enabling", Enable);
        administration.MapPost("/people/{id:guid}/sessions/end", EndSessionsOf);
        administration.MapPost("/invitations/{id:guid}/withdrawal", Withdraw);
    }

    // Each asks for the form so that its antiforgery token is checked.
    private static async Task<RedirectHttpResult> SignOut(HttpContext http, IFormCollection form)
    {
        _ = form;
        await http.SignOutAsync(IdentityConstants.ApplicationScheme);
        http.Response.Headers["Clear-Site-Data"] = "\"cache\"";
        Notice.Leave(http, "You are signed out.");
        return TypedResults.LocalRedirect(Urls.SignIn);
    }

    private static async Task<RedirectHttpResult> EndMySessions(
        HttpContext http, IFormCollection form, EndSessions endSessions, SignedInPeople people, CancellationToken cancel)
    {
        var actor = http.User.ToActor();
        await endSessions.RunAsync(actor, actor.UserId, cancel);
        people.Forget(actor.UserId);
        return await SignOut(http, form);
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> RevokeToken(
        Guid id, HttpContext http, IFormCollection form, RevokeApiToken revoke, CancellationToken cancel)
    {
        _ = form;

        if (!await revoke.RunAsync(http.User.ToActor(), id, cancel))
        {
            return TypedResults.NotFound();
        }

        Notice.Leave(http, "The token is revoked.");
        return TypedResults.LocalRedirect(Urls.Account);
    }

    private static Task<Results<RedirectHttpResult, NotFound>> ChangeRoleOf(
        Guid id, HttpContext http, IFormCollection form, ChangeRole change, SignedInPeople people, CancellationToken cancel) =>
        Enum.TryParse<Role>(form["role"], out var role) && Enum.IsDefined(role)
            ? ToPersonAsync(http, people, () => change.RunAsync(http.User.ToActor(), id, role, cancel), user => $"{user.DisplayName} is now {RoleWords.A(role)}.")
            : Task.FromResult<Results<RedirectHttpResult, NotFound>>(TypedResults.NotFound());

    private static Task<Results<RedirectHttpResult, NotFound>> Disable(
        Guid id, HttpContext http, IFormCollection form, DisablePerson disable, SignedInPeople people, CancellationToken cancel)
    {
        _ = form;
        return ToPersonAsync(http, people, () => disable.RunAsync(http.User.ToActor(), id, cancel), user => $"{user.DisplayName} can no longer sign in.");
    }

    private static Task<Results<RedirectHttpResult, NotFound>> Enable(
        Guid id, HttpContext http, IFormCollection form, EnablePerson enable, SignedInPeople people, CancellationToken cancel)
    {
        _ = form;
        return ToPersonAsync(http, people, () => enable.RunAsync(http.User.ToActor(), id, cancel), user => $"{user.DisplayName} can sign in again.");
    }

    private static Task<Results<RedirectHttpResult, NotFound>> EndSessionsOf(
        Guid id, HttpContext http, IFormCollection form, EndSessions end, SignedInPeople people, CancellationToken cancel)
    {
        _ = form;
        return ToPersonAsync(http, people, () => end.RunAsync(http.User.ToActor(), id, cancel), user => $"{user.DisplayName} is signed out everywhere.");
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> Withdraw(
        Guid id, HttpContext http, IFormCollection form, WithdrawInvitation withdraw, CancellationToken cancel)
    {
        _ = form;

        if (!await withdraw.RunAsync(http.User.ToActor(), id, cancel))
        {
            return TypedResults.NotFound();
        }

        Notice.Leave(http, "The invitation is withdrawn; its link no longer works.");
        return TypedResults.LocalRedirect(Urls.People);
    }

    private static async Task<Results<RedirectHttpResult, NotFound>> ToPersonAsync(
        HttpContext http, SignedInPeople people, Func<Task<User?>> change, Func<User, string> words)
    {
        try
        {
            if (await change() is not { } user)
            {
                return TypedResults.NotFound();
            }

            people.Forget(user.Id);
            Notice.Leave(http, words(user));
        }
        catch (RuleBrokenException refusal)
        {
            Notice.Leave(http, refusal.Message);
        }

        return TypedResults.LocalRedirect(Urls.People);
    }
}
