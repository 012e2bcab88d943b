using System.Diagnostics;
using Npgsql;
using Postmortems.Tests.Testing;
using Postmortems.Web.Ops;
using Postmortems.Web.Ops.Embedded;

namespace Postmortems.Tests.Ops.Embedded;

/// <summary>An embedded PostgreSQL in a directory of its own, with what a test needs to disturb it.</summary>
public sealed class EmbeddedTrial : IDisposable
{
    private readonly TestDirectory directory = new();
    private readonly StringWriter said = new();

    public EmbeddedTrial() => Settings = new PostmortemsSettings { DataDirectory = directory.File("data directory") };

    public PostmortemsSettings Settings { get; }

    public string Said => said.ToString();

    internal EmbeddedFolders Folders => new(Settings.DataDirectory);

    internal Postmaster? Postmaster => Web.Ops.Embedded.Postmaster.Of(Folders.Data);

    public string File(string name) => directory.File(name);

    public Task<EmbeddedPostgres> StartAsync(bool durable = false, CancellationToken cancel = default) =>
        EmbeddedPostgres.StartAsync(Settings, new Progress(said), durable, cancel);

    public Task<StartupProblemException> RefusalAsync() => Should.ThrowAsync<StartupProblemException>(() => StartAsync());

    /// <summary>Leaves a server running that no product holds, as after a kill of the product.</summary>
    internal async Task<Postmaster> LeaveServerBehindAsync()
    {
        var account = await AccountAsync();
        var binaries = await PostgresBinaries.Find(null).RunnableByAsync(account, Folders.Home, default);
        return await new EmbeddedServer(Folders, binaries, account).StartAsync(default);
    }

    internal Task<PostgresAccount> AccountAsync() => PostgresAccount.ChooseAsync(Folders.Home, default);

    public static async Task<object?> AskAsync(string connectionString, string sql)
    {
        await using var connection = new NpgsqlConnection(connectionString + ";Pooling=false");
        await connection.OpenAsync();
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync();
    }

    /// <summary>Asks until the server answers; a server that was killed needs a moment.</summary>
    public static async Task<object?> AskUntilAnsweredAsync(string connectionString, string sql)
    {
        for (var waited = Stopwatch.StartNew(); ;)
        {
            try
            {
                return await AskAsync(connectionString, sql);
            }
            catch (NpgsqlException) when (waited.Elapsed < TimeSpan.FromSeconds(30))
            {
                await Task.Delay(50);
            }
        }
    }

    public static void Kill(int processId)
    {
        using var process = Process.GetProcessById(processId);
        process.Kill();
    }

    public void Dispose()
    {
        said.Dispose();
        directory.Dispose();
    }
}
