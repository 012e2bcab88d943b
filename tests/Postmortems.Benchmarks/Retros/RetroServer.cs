using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Postmortems.Benchmarks.Together;
using Postmortems.Domain;
using Postmortems.Web;
using Postmortems.Web.Ops;
using Postmortems.Web.Ops.Embedded;

namespace Postmortems.Benchmarks.Retros;

/// <summary>The product and its database in a process of their own, which can be held to a part of one core.</summary>
internal sealed class RetroServer : IAsyncDisposable
{
    /// <summary>What the process of the server is started with.</summary>
    public const string Verb = "retro-server";

    /// <summary>Asks the database one thing and answers one word.</summary>
    public const string Bare = "/bare";

    private readonly Process server;
    private readonly List<Process> rivals;
    private readonly DirectoryInfo directory;

    private RetroServer(Process server, List<Process> rivals, DirectoryInfo directory, string told)
    {
        (this.server, this.rivals, this.directory) = (server, rivals, directory);
        var parts = told.Split('\t');
        (Address, ConnectionString) = (new Uri(parts[0]), parts[1]);
    }

    public Uri Address { get; }

    public string ConnectionString { get; }

    /// <param name="rivals">Busy loops on the one core that the server may use; null leaves it all cores.</param>
    public static async Task<RetroServer> StartAsync(int? rivals)
    {
        var place = Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"postmortems-retro-{Path.GetRandomFileName()}"));
        string[] product = [Environment.ProcessPath!, Verb, place.FullName];
        var started = Start(rivals is null ? product : ["taskset", "-c", "0", .. product]);
        var told = await started.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.");
        return new RetroServer(started, [.. Enumerable.Range(0, rivals ?? 0).Select(_ => Start(["taskset", "-c", "0", "sh", "-c", "while :; do :; done"]))], place, told);
    }

    /// <summary>What the process of the server does, until its input ends.</summary>
    public static async Task ServeAsync(string place)
    {
        await using var database = await EmbeddedPostgres.StartAsync(new PostmortemsSettings { DataDirectory = place }, new Progress(TextWriter.Null));
        await using var app = Product(database.ConnectionString);

        await using (var db = await app.Services.GetRequiredService<IDbContextFactory<PostmortemsDb>>().CreateDbContextAsync())
        {
            await db.Database.MigrateAsync();
        }

        app.MapGet(Bare, async (IDbContextFactory<PostmortemsDb> databases) =>
        {
            await using var db = await databases.CreateDbContextAsync();
            await db.Database.ExecuteSqlAsync($"SELECT 1");
            return "there";
        }).AllowAnonymous();

        await app.StartAsync();
        await Console.Out.WriteLineAsync($"{app.Urls.First()}\t{database.ConnectionString}");
        await Console.In.ReadToEndAsync();
        await app.StopAsync();
    }

    public static WebApplication Product(string connectionString) =>
        Site.Build(["--webroot", Path.Combine(Typing.Folder, "../../../../src/Postmortems.Web/wwwroot")], () => connectionString, builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
        });

    public async ValueTask DisposeAsync()
    {
        foreach (var rival in rivals)
        {
            rival.Kill(entireProcessTree: true);
            rival.Dispose();
        }

        server.StandardInput.Close();
        await server.WaitForExitAsync();
        server.Dispose();
        directory.Delete(recursive: true);
    }

    private static Process Start(string[] command)
    {
        var start = new ProcessStartInfo(command[0], command[1..]) { RedirectStandardInput = true, RedirectStandardOutput = true, UseShellExecute = false };
        start.Environment["DOTNET_PROCESSOR_COUNT"] = command[0] == "taskset" ? "1" : Environment.ProcessorCount.ToString(System.Globalization.CultureInfo.InvariantCulture);
        return Process.Start(start)!;
    }
}
