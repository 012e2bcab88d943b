using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Web;

namespace Postmortems.Tests.Testing;

/// <summary>The real application on a free port of loopback, over a database of its own. Ada edits, Grace administers, Eve may only read.</summary>
public sealed class PostmortemsApp : IAsyncLifetime
{
    private readonly DatabaseFixture database = new();
    private readonly CommandLog commands = new();
    private WebApplication? app;

    public User Ada { get; } = Person("Ada Okafor", "ada@example.org", Role.Editor);

    public User Grace { get; } = Person("Grace Lindqvist", "grace@example.org", Role.Administrator);

    public User Eve { get; } = Person("Eve Moreau", "eve@example.org", Role.Viewer);

    /// <summary>For what happens before anybody has an account.</summary>
    public bool BeginsWithNobody { get; init; }

    /// <summary>As on a command line.</summary>
    public string[] Settings { get; init; } = [];

    public IServiceProvider Services => app!.Services;

    public Uri Address => new(app!.Urls.First());

    /// <summary>The SQL commands that the application sent.</summary>
    public CommandLog Commands => commands;

    public async Task InitializeAsync()
    {
        await database.InitializeAsync();
        app = await StartAnotherAsync();

        if (!BeginsWithNobody)
        {
            await StoreAsync(Ada, Grace, Eve);
        }
    }

    public async Task DisposeAsync()
    {
        await app!.DisposeAsync();
        await database.DisposeAsync();
    }

    /// <summary>A second instance on the same database, as behind a load balancer. Whoever starts it disposes it.</summary>
    /// <param name="address">Of one that was stopped, to come back where windows look for it.</param>
    public async Task<WebApplication> StartAnotherAsync(Uri? address = null)
    {
        var another = Site.Build(["--webroot", Path.Combine(SourceTree.Root, "src/Postmortems.Web/wwwroot"), .. Settings], () => database.ConnectionString, builder => Quietly(builder, address?.ToString() ?? "http://127.0.0.1:0"));
        await another.StartAsync();
        return another;
    }

    /// <summary>Databases whose queries say which index answers them.</summary>
    public PlanLog ExplainQueries() => new(database);

    public PostmortemsDb OpenDatabase() => database.CreateDbContext();

    public T UseCase<T>()
        where T : notnull => Services.GetRequiredService<T>();

    public async Task StoreAsync(params object[] entities)
    {
        await using var db = OpenDatabase();
        db.AddRange(entities);
        await db.SaveChangesAsync();
    }

    /// <summary>A browser without scripts in which somebody (or nobody) is signed in. It does not follow redirects.</summary>
    /// <param name="instance">Another than the first.</param>
    public HttpClient ClientFor(User? person = null, WebApplication? instance = null)
    {
        var cookies = new CookieContainer();
        var address = instance is null ? Address : new Uri(instance.Urls.First());
        var client = new HttpClient(new SocketsHttpHandler { CookieContainer = cookies, AllowAutoRedirect = false }) { BaseAddress = address };

        if (person is not null)
        {
            var (name, value) = SessionOf(person);
            cookies.Add(address, new Cookie(name, value));
        }

        return client;
    }

    /// <summary>The session cookie that signing in would have given.</summary>
    public (string Name, string Value) SessionOf(User person) => Sessions.Of(app!, person);

    private void Quietly(WebApplicationBuilder builder, string address)
    {
        builder.WebHost.UseUrls(address);
        builder.Logging.ClearProviders().AddProvider(new ErrorLog());
        builder.Services.ConfigureDbContext<PostmortemsDb>(options => options.AddInterceptors(commands));
    }

    private static User Person(string name, string email, Role role) => new(email, name, role, DateTimeOffset.UtcNow);
}
