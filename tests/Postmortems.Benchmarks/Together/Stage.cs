using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Npgsql;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Writing;
using Postmortems.Web;
using Postmortems.Web.Ops;
using Postmortems.Web.Ops.Embedded;

namespace Postmortems.Benchmarks.Together;

/// <summary>The product with two instances over one embedded database.</summary>
internal sealed class Stage(DirectoryInfo directory, EmbeddedPostgres server, WebApplication one, WebApplication two, User writer) : IAsyncDisposable
{
    /// <summary>As long as a written draft.</summary>
    private static readonly string Beginning = string.Concat(Enumerable.Range(1, 60).Select(i => $"{i}. At that minute somebody looked at the queue and wrote down what it said, so that others would know.\n"));

    private readonly string cookie = SessionOf(one, writer);

    /// <summary>As Node's client wants it.</summary>
    public string ConnectionString { get; } = ForNode(server.ConnectionString);

    public WebApplication One => one;

    public Actor Actor => new(writer.Id, writer.Role);

    /// <summary>With the writer's session.</summary>
    public HttpClient Browser()
    {
        var browser = new HttpClient { BaseAddress = new Uri(one.Urls.First()) };
        browser.DefaultRequestHeaders.Add("Cookie", cookie);
        return browser;
    }

    public static async Task<Stage> SetAsync()
    {
        var directory = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"postmortems-writing-{Path.GetRandomFileName()}"));
        var server = await EmbeddedPostgres.StartAsync(new PostmortemsSettings { DataDirectory = directory.FullName }, new Progress(TextWriter.Null));
        var one = await StartAsync(server.ConnectionString, migrates: true);
        var writer = new User("ada@example.org", "Ada", Role.Editor, DateTimeOffset.UtcNow);

        await using (var db = await one.Services.GetRequiredService<IDbContextFactory<PostmortemsDb>>().CreateDbContextAsync())
        {
            db.Add(writer);
            await db.SaveChangesAsync();
        }

        return new Stage(directory, server, one, await StartAsync(server.ConnectionString, migrates: false), writer);
    }

    public async Task<Latency> TypeAsync(Scenario scenario)
    {
        var addresses = scenario.AcrossInstances ? new[] { one.Urls.First(), two.Urls.First() } : [one.Urls.First()];
        return await Typing.RunAsync("ours", addresses, cookie, await BeginDocumentsAsync(scenario.Documents), scenario.Writers);
    }

    public async Task<IReadOnlyList<int>> BeginDocumentsAsync(int count)
    {
        await using var db = await one.Services.GetRequiredService<IDbContextFactory<PostmortemsDb>>().CreateDbContextAsync();
        var now = DateTimeOffset.UtcNow;
        var incident = new Incident("Measured", Severity.Sev3, "Etc/UTC", writer.Id, now);
        db.Add(incident);
        var begun = Enumerable.Range(1, count).Select(i => new Postmortem($"Measured {i}", "plain", writer.Id, [incident.Id], now, writer.Id, Guid.CreateVersion7())).ToList();

        foreach (var postmortem in begun)
        {
            var document = new Document(postmortem.Id, Beginning, writer.Id, now);
            db.AddRange(postmortem, document, document.Current);
        }

        await db.SaveChangesAsync();
        return [.. begun.Select(postmortem => postmortem.Number)];
    }

    public async ValueTask DisposeAsync()
    {
        await one.StopAsync();
        await two.StopAsync();
        await one.DisposeAsync();
        await two.DisposeAsync();
        await server.DisposeAsync();
        directory.Delete(recursive: true);
    }

    private static async Task<WebApplication> StartAsync(string connectionString, bool migrates)
    {
        var app = Site.Build(["--webroot", Path.Combine(Typing.Folder, "../../../../src/Postmortems.Web/wwwroot")], () => connectionString, builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders().AddConsole().SetMinimumLevel(LogLevel.Error);
        });

        if (migrates)
        {
            await using var db = await app.Services.GetRequiredService<IDbContextFactory<PostmortemsDb>>().CreateDbContextAsync();
            await db.Database.MigrateAsync();
        }

        await app.StartAsync();
        return app;
    }

    private static string SessionOf(WebApplication app, User person)
    {
        using var scope = app.Services.CreateScope();
        var principal = scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<User>>().CreateAsync(person).GetAwaiter().GetResult();
        var options = scope.ServiceProvider.GetRequiredService<IOptionsMonitor<CookieAuthenticationOptions>>().Get(IdentityConstants.ApplicationScheme);
        var now = DateTimeOffset.UtcNow;
        var ticket = new AuthenticationTicket(principal, new AuthenticationProperties { IssuedUtc = now, ExpiresUtc = now.AddHours(2) }, IdentityConstants.ApplicationScheme);
        return $"{options.Cookie.Name}={options.TicketDataFormat.Protect(ticket)}";
    }

    private static string ForNode(string connectionString)
    {
        var parts = new NpgsqlConnectionStringBuilder(connectionString);
        return JsonSerializer.Serialize(new { host = parts.Host, port = parts.Port, user = parts.Username, password = parts.Password ?? "", database = parts.Database });
    }
}
