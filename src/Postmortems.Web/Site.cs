using Microsoft.EntityFrameworkCore;
using Postmortems.Domain;
using Postmortems.Web.Accounts;
using Postmortems.Web.ActionItems;
using Postmortems.Web.ImportExport;
using Postmortems.Web.Incidents;
using Postmortems.Web.Ops;
using Postmortems.Web.Patterns;
using Postmortems.Web.Reviews;
using Postmortems.Web.Retros;
using Postmortems.Web.Services;
using Postmortems.Web.Shell;
using Postmortems.Web.Timeline;
using Postmortems.Web.Writing;
using Postmortems.Web.Writing.Attachments;
using Postmortems.Web.Writing.Comments;
using Postmortems.Web.Writing.Templates;
using Postmortems.Web.Writing.Together;
using Postmortems.Web.Writing.Wording;

namespace Postmortems.Web;

/// <summary>The web application, ready to run on a database that exists.</summary>
public static class Site
{
    /// <summary>The settings as the application will see them, before there is one.</summary>
    public static IConfiguration Configuration(string[] args) =>
        new ConfigurationBuilder()
            .SetBasePath(AppContext.BaseDirectory)
            .AddJsonFile("appsettings.json", optional: true)
            .AddEnvironmentVariables()
            .AddCommandLine(args)
            .Build();

    /// <param name="connectionString">Asked for when the first context is made, so that the database may still be starting.</param>
    /// <param name="change">Lets a test listen elsewhere or stand in for the edge of a third party.</param>
    public static WebApplication Build(string[] args, Func<string> connectionString, Action<WebApplicationBuilder>? change = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = args,
            // Settings and browser assets are copied beside the program, whatever folder it is started from.
            ContentRootPath = AppContext.BaseDirectory,
        });

        // What a window is told goes out where it is written, not by way of a queue. Nothing here blocks a thread for long.
        builder.WebHost.UseSockets(sockets => sockets.UnsafePreferInlineScheduling = true);
        builder.AddProduct(connectionString);
        change?.Invoke(builder);

        var app = builder.Build();
        app.UseProduct();
        return app;
    }

    private static void AddProduct(this WebApplicationBuilder builder, Func<string> connectionString)
    {
        var services = builder.Services;

        services.AddSingleton(TimeProvider.System);
        services.AddSingleton(new DatabaseAddress(connectionString));
        services.AddPooledDbContextFactory<PostmortemsDb>(options => options.UsePostmortems(connectionString()));
        services.AddScoped(provider => provider.GetRequiredService<IDbContextFactory<PostmortemsDb>>().CreateDbContext());
        services.AddSingleton(provider => PostmortemsSettings.Read(provider.GetRequiredService<IConfiguration>()).ToEndpoint());
        services.AddSingleton<Assets>();
        services.AddUseCases();
        services.AddRules();
        services.AddAccounts();
        services.AddRazorComponents();
        services.AddCascadingAuthenticationState();
        services.AddHttpContextAccessor();
        services.AddProblemDetails();
        services.AddImports();
        services.AddTransient<FollowingWindows>();
        services.AddWritingTogether();
        services.AddSingleton<RetroNews>();
        services.AddHostedService<ErrandRunner>();
    }

    private static void UseProduct(this WebApplication app)
    {
        app.UseContentSecurityPolicy();
        app.UseFormAnswers();
        app.UsePageProblems();
        app.UseReadableAddresses();
        app.UseBrowserAssets();
        app.UseRouting();
        app.UseFirstRun();
        app.UseSameOriginApi();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseWritersOnly();
        app.UseTooLargeRequests();
        app.UseAntiforgery();

        app.MapRazorComponents<App>();
        app.MapTheme();
        app.MapImports();
        app.MapExports();
        app.MapPostmortemForms();
        app.MapWritingTogether();
        app.MapComments();
        app.MapWording();
        app.MapRoles();
        app.MapSuggestions();
        app.MapAttachments();
        app.MapAccounts();
        app.MapOps();
        app.MapServices();
        app.MapTemplates();
        app.MapIncidents();
        app.MapActionItems();
        app.MapTimeline();
        app.MapPatterns();
        app.MapRetros();
    }
}
