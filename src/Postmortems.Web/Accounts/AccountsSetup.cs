using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Web.Ops;

namespace Postmortems.Web.Accounts;

/// <summary>Accounts by ASP.NET Core Identity on our database; everybody signs in unless a page says otherwise.</summary>
internal static class AccountsSetup
{
    /// <summary>Looks at a request and hands it to the cookie's or the API token's handler.</summary>
    private const string ByCookieOrToken = "Postmortems";

    public static void AddAccounts(this IServiceCollection services)
    {
        services.AddDataProtection().SetApplicationName("Postmortems");
        services.AddSingleton<ProtectionKeys>();
        services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(provider =>
            new ConfigureOptions<KeyManagementOptions>(keys => keys.XmlRepository = provider.GetRequiredService<ProtectionKeys>()));

        services.AddIdentityCore<User>(options => options.User.RequireUniqueEmail = true)
            .AddUserStore<UserOnlyStore<User, PostmortemsDb, Guid>>()
            .AddClaimsPrincipalFactory<UserClaims>();
        services.Configure<PasswordHasherOptions>(options => options.IterationCount = Password.Iterations);

        services.AddSingleton<SignedInPeople>();
        services.AddSingleton<SignInLimit>();
        services.AddSingleton<KnownBrowser>();
        services.AddSingleton<FirstRun>();

        services.AddAuthentication(ByCookieOrToken)
            .AddPolicyScheme(ByCookieOrToken, displayName: null, options => options.ForwardDefaultSelector = Choose)
            .AddScheme<AuthenticationSchemeOptions, ApiTokenHandler>(ApiTokenHandler.Scheme, displayName: null, configureOptions: null)
            .AddCookie(IdentityConstants.ApplicationScheme, SessionCookie.Set);

        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "postmortems-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }

    private static string Choose(HttpContext http) =>
        ApiTokenHandler.Answers(http.Request) ? ApiTokenHandler.Scheme : IdentityConstants.ApplicationScheme;
}
