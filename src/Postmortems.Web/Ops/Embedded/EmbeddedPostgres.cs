using Npgsql;

namespace Postmortems.Web.Ops.Embedded;

/// <summary>
/// A private PostgreSQL on a data directory: created on the first start, kept running while the product runs,
/// stopped with it, and taken up again after either of them was killed.
/// </summary>
public sealed class EmbeddedPostgres : IAsyncDisposable
{
    private readonly DirectoryLock hold;
    private readonly EmbeddedServer running;
    private readonly EmbeddedCare watch;
    private int stopped;

    private EmbeddedPostgres(DirectoryLock directory, EmbeddedServer server, EmbeddedCare care, EmbeddedDatabase database) =>
        (hold, running, watch, ConnectionString, AdministratorConnectionString) =
        (directory, server, care, database.ConnectionString, database.AdministratorString);

    /// <summary>With the product's own rights: it owns its database and nothing else.</summary>
    public string ConnectionString { get; }

    internal string AdministratorConnectionString { get; }

    /// <param name="durable">False gives speed for data that nobody will miss, as in tests.</param>
    public static async Task<EmbeddedPostgres> StartAsync(
        PostmortemsSettings settings, Progress progress, bool durable = true, CancellationToken cancel = default)
    {
        var found = PostgresBinaries.Find(settings.Postgres);
        var folders = new EmbeddedFolders(Path.GetFullPath(settings.DataDirectory));
        var account = await PostgresAccount.ChooseAsync(folders.Home, cancel);
        var isFirst = !Directory.Exists(folders.Home);

        if (isFirst)
        {
            await account.CheckReachAsync(folders.DataDirectory, cancel);
        }

        var directory = DirectoryLock.Take(folders.DataDirectory);

        try
        {
            await folders.CreateAsync(account, cancel);
            var binaries = await found.RunnableByAsync(account, folders.Home, cancel);
            await PrepareAsync(new Cluster(folders, binaries, account), folders, progress, cancel);

            progress.Say($"Starting PostgreSQL {binaries.MajorVersion}…");
            var server = new EmbeddedServer(folders, binaries, account);
            var database = await ConfigureAsync(server, folders, durable, cancel);
            var care = await StartAsync(server, database, account, progress, cancel);
            return new EmbeddedPostgres(directory, server, care, database);
        }
        catch (Exception fault)
        {
            if (isFirst)
            {
                folders.RemoveUnlessFilled(directory);
            }

            directory.Dispose();

            if (fault is IOException or UnauthorizedAccessException or NpgsqlException)
            {
                throw new StartupProblemException($"The embedded PostgreSQL in {folders.DataDirectory} cannot be used: {fault.Message}", fault);
            }

            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref stopped, 1) == 1)
        {
            return;
        }

        await watch.DisposeAsync();
        await running.StopAsync(CancellationToken.None);
        hold.Dispose();
    }

    private static async Task PrepareAsync(Cluster cluster, EmbeddedFolders folders, Progress progress, CancellationToken cancel)
    {
        if (cluster.Exists)
        {
            cluster.CheckVersion();
        }
        else
        {
            progress.Say($"Creating the database in {folders.DataDirectory}…");
            await cluster.CreateAsync(cancel);
        }
    }

    private static async Task<EmbeddedDatabase> ConfigureAsync(
        EmbeddedServer server, EmbeddedFolders folders, bool durable, CancellationToken cancel)
    {
        var passwords = PostgresPasswords.Read(folders.Passwords);

        // A server that outlived a killed product may run with other settings, and would not be our child to watch.
        await server.StopAsync(cancel);
        var listener = PostgresListener.Choose(folders.Socket, folders.Port);
        await PostgresConfiguration.WriteAsync(folders, listener, durable, cancel);

        return new EmbeddedDatabase(listener, passwords);
    }

    private static async Task<EmbeddedCare> StartAsync(
        EmbeddedServer server, EmbeddedDatabase database, PostgresAccount account, Progress progress, CancellationToken cancel)
    {
        try
        {
            var postmaster = await server.StartAsync(cancel);
            await database.EnsureAsync(cancel);
            return new EmbeddedCare(server, account, postmaster, progress);
        }
        catch
        {
            await server.StopAsync(CancellationToken.None);
            throw;
        }
    }
}
