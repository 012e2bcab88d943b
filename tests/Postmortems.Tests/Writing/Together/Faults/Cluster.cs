using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Postmortems.Domain;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Together;
using Postmortems.Tests.Ops.Embedded;
using Postmortems.Tests.Testing;
using Postmortems.Web;
using Postmortems.Web.Ops.Embedded;

namespace Postmortems.Tests.Writing.Together.Faults;

/// <summary>Two instances of the program as processes of their own, over a PostgreSQL of their own, behind a proxy without sticky sessions.</summary>
internal sealed class Cluster : IAsyncDisposable
{
    private readonly EmbeddedTrial trial;
    private readonly EmbeddedPostgres postgres;
    private readonly WebApplication setting;
    private readonly Instance[] instances;
    private readonly Proxy proxy;

    private Cluster(EmbeddedTrial trial, EmbeddedPostgres postgres, WebApplication setting)
    {
        (this.trial, this.postgres, this.setting) = (trial, postgres, setting);
        instances = [new Instance(postgres.ConnectionString), new Instance(postgres.ConnectionString)];
        proxy = new Proxy([.. instances.Select(instance => instance.Port)]);
    }

    public User Writer { get; } = new("ada@example.org", "Ada Okafor", Role.Editor, DateTimeOffset.UtcNow);

    public Uri Address => proxy.Address;

    public static async Task<Cluster> StartAsync()
    {
        var begun = new EmbeddedTrial();
        var database = await begun.StartAsync();
        var cluster = new Cluster(begun, database, Site.Build([], () => database.ConnectionString, builder =>
        {
            builder.WebHost.UseUrls("http://127.0.0.1:0");
            builder.Logging.ClearProviders();
        }));

        await using (var db = cluster.OpenDatabase())
        {
            await db.Database.MigrateAsync();
            db.Add(cluster.Writer);
            await db.SaveChangesAsync();
        }

        await Task.WhenAll(cluster.instances.Select(instance => instance.StartAsync()));
        return cluster;
    }

    public (string Name, string Value) Session() => Sessions.Of(setting, Writer);

    public async Task<int> DraftAsync(string text)
    {
        var ada = new Actor(Writer.Id, Role.Editor);
        var incident = Told.Incident(Writer);

        await using (var db = OpenDatabase())
        {
            db.Add(incident);
            await db.SaveChangesAsync();
        }

        var number = (await setting.Services.GetRequiredService<StartPostmortem>().RunAsync(
            ada, new PostmortemStart(Guid.CreateVersion7(), "Labels failed", "plain", Writer.Id, null, [incident.Id]))).Key;
        await setting.Services.GetRequiredService<WriteDocument>().RunAsync(ada, number, text, basedOn: 1);
        return number;
    }

    public async Task<string> TextAsync(int number)
    {
        // The connections that this process kept died with the database.
        NpgsqlConnection.ClearAllPools();
        return (await setting.Services.GetRequiredService<ReadText>().RunAsync(new Actor(Writer.Id, Role.Editor), number))!.Text;
    }

    /// <summary>At once and without a word, as a power cut would; it comes back by itself.</summary>
    public void KillInstance(int which) => instances[which].Kill();

    /// <summary>It comes back by itself as well; while it does there is nothing to kill.</summary>
    public async Task KillDatabaseAsync()
    {
        Postmaster? running;

        while ((running = trial.Postmaster) is null)
        {
            await Task.Delay(50);
        }

        EmbeddedTrial.Kill(running.ProcessId);
    }

    public async ValueTask DisposeAsync()
    {
        proxy.Dispose();

        foreach (var instance in instances)
        {
            await instance.DisposeAsync();
        }

        await setting.DisposeAsync();
        await postgres.DisposeAsync();
        trial.Dispose();
    }

    private PostmortemsDb OpenDatabase() => setting.Services.GetRequiredService<IDbContextFactory<PostmortemsDb>>().CreateDbContext();
}
