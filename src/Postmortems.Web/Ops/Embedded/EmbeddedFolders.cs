namespace Postmortems.Web.Ops.Embedded;

/// <summary>What lies where in a data directory.</summary>
internal sealed record EmbeddedFolders(string DataDirectory)
{
    /// <summary>Owned by whoever runs PostgreSQL, closed to everybody else.</summary>
    public string Home => Path.Combine(DataDirectory, "postgres");

    public string Data => Path.Combine(Home, "data");
    public string Socket => Path.Combine(Home, "run");
    public string Logs => Path.Combine(Home, "log");
    public string StartLog => Path.Combine(Home, "start.log");
    public string Port => Path.Combine(Home, "port");
    public string Passwords => Path.Combine(Data, "postmortems.pgpass");

    public async Task CreateAsync(PostgresAccount account, CancellationToken cancel)
    {
        foreach (var folder in new[] { Home, Socket, Logs }.Where(folder => !Directory.Exists(folder)))
        {
            Directory.CreateDirectory(folder);

            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(folder, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
            }

            await account.OwnAsync(folder, cancel);
        }
    }

    /// <summary>After a first start that failed: nothing half-made stays.</summary>
    public void RemoveUnlessFilled(DirectoryLock hold)
    {
        if (Directory.Exists(Home) && !Directory.Exists(Data))
        {
            Directory.Delete(Home, recursive: true);
            hold.RemoveTraces();
        }
    }
}
