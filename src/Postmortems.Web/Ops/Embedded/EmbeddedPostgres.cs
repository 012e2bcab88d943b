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
        await CheckReachAsync(account, folders.DataDirectory, cancel);

        var directory = DirectoryLock.Take(folders.DataDirectory);

        try
        {
            await folders.CreateAsync(account, cancel);
            var binaries = await found.RunnableByAsync(account, folders.Home, cancel);
            await MakeClusterAsync(new Cluster(folders, binaries, account), folders, progress, cancel);
            var server = new EmbeddedServer(folders, binaries, account);
            return await StartServerAsync(directory, folders, server, account, progress, durable, cancel);
        }
        catch
        {
            directory.Dispose();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await watch.DisposeAsync();
        await running.StopAsync(CancellationToken.None);
        hold.Dispose();
    }

    private static async Task MakeClusterAsync(
        Cluster cluster, EmbeddedFolders folders, Progress progress, CancellationToken cancel)
    {
        if (cluster.Exists)
        {
            await cluster.CheckVersionAsync(cancel);
        }
        else
        {
            progress.Say($"Creating the database in {folders.DataDirectory}…");
            await cluster.CreateAsync(cancel);
        }
    }

    private static async Task<EmbeddedPostgres> StartServerAsync(
        DirectoryLock directory, EmbeddedFolders folders, EmbeddedServer server, PostgresAccount account,
        Progress progress, bool durable, CancellationToken cancel)
    {
        progress.Say("Starting PostgreSQL…");
        await server.StopAsync(cancel);

        var listener = PostgresListener.Choose(folders.Socket, folders.Port);
        await File.WriteAllTextAsync(
            Path.Combine(folders.Data, PostgresConfiguration.FileName), PostgresConfiguration.Write(listener, folders.Logs, durable), cancel);

        var database = new EmbeddedDatabase(listener, PostgresPasswords.Read(folders.Passwords));

        try
        {
            var postmaster = await server.StartAsync(cancel);
            await database.EnsureAsync(cancel);
            var care = new EmbeddedCare(server, account, postmaster, progress);
            return new EmbeddedPostgres(directory, server, care, database);
        }
        catch
        {
            await server.StopAsync(CancellationToken.None);
            throw;
        }
    }

    // Asked before anything is made, so that a refusal leaves nothing behind.
    private static async Task CheckReachAsync(PostgresAccount account, string directory, CancellationToken cancel)
    {
        var nearest = directory;

        while (!Directory.Exists(nearest))
        {
            nearest = Path.GetDirectoryName(nearest) ?? "/";
        }

        if (!await account.ReachesAsync(nearest, cancel))
        {
            throw new StartupProblemException($"PostgreSQL does not run as root, and the account it runs as cannot look into {nearest}; choose another directory with {PostmortemsSettings.DataDirectoryKey}.");
        }
    }
}
