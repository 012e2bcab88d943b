namespace Postmortems.Web.Ops.Embedded;

/// <summary>The data of the embedded PostgreSQL: made whole or not at all.</summary>
internal sealed class Cluster(EmbeddedFolders folders, PostgresBinaries binaries, PostgresAccount account)
{
    /// <summary>Ends the name of everything that is not whole yet.</summary>
    public const string Making = ".making";

    public bool Exists => File.Exists(VersionFile);

    private string VersionFile => Path.Combine(folders.Data, "PG_VERSION");

    public async Task CreateAsync(CancellationToken cancel)
    {
        if (Directory.Exists(folders.Data))
        {
            throw new StartupProblemException($"{folders.Data} is not empty, yet holds no PostgreSQL data; move it away or choose another directory with {PostmortemsSettings.DataDirectoryKey}.");
        }

        // A start that was killed may still be writing, so every attempt has a name of its own.
        var making = Path.Combine(folders.Home, Path.GetRandomFileName() + Making);

        try
        {
            var passwords = PostgresPasswords.Invent();
            await InitializeAsync(making, passwords, cancel);
            await File.AppendAllTextAsync(Path.Combine(making, "postgresql.conf"), PostgresConfiguration.IncludeLine, cancel);
            passwords.Write(Path.Combine(making, Path.GetFileName(folders.Passwords)));
            Directory.Move(making, folders.Data);
        }
        finally
        {
            RemoveRemains();
        }
    }

    public void CheckVersion()
    {
        var made = File.ReadAllText(VersionFile).Trim();
        var ours = binaries.MajorVersion;

        if (made != ours)
        {
            throw new StartupProblemException($"The data in {folders.DataDirectory} was made by PostgreSQL {made} and this is PostgreSQL {ours}; start the Postmortems that made it, export, and import into a new directory ({PostmortemsSettings.DataDirectoryKey}).");
        }
    }

    private async Task InitializeAsync(string making, PostgresPasswords passwords, CancellationToken cancel)
    {
        var password = making + ".password";
        Secrets.Write(password, passwords.Administrator);

        try
        {
            await account.OwnAsync(password, cancel);
            var result = await account.RunAsync(
                binaries.InitDb,
                [
                    "--pgdata", making, "--username", PostgresPasswords.AdministratorName, "--pwfile", password,
                    "--auth", "scram-sha-256", "--encoding", "UTF8", "--locale", "C", "--lc-ctype", CharacterTypes,
                    "--locale-provider", "builtin", "--builtin-locale", "C.UTF-8",
                ],
                cancel);

            if (!result.Succeeded)
            {
                throw new StartupProblemException($"The database in {folders.DataDirectory} could not be created: {Complaint(result)}");
            }
        }
        finally
        {
            File.Delete(password);
        }
    }

    // Full-text search asks the operating system which characters are letters: in C, “quotes” would stick to their words.
    private static string CharacterTypes => OperatingSystem.IsMacOS() ? "en_US.UTF-8" : OperatingSystem.IsWindows() ? "C" : "C.UTF-8";

    private static string Complaint(ProgramResult result) =>
        result.Errors.Split('\n').FirstOrDefault(line => line.Contains("error:", StringComparison.Ordinal) || line.Contains("FATAL:", StringComparison.Ordinal))?.Trim()
            ?? result.LastLine;

    private void RemoveRemains()
    {
        foreach (var remains in Directory.EnumerateFileSystemEntries(folders.Home, $"*{Making}*").ToList())
        {
            try
            {
                if (Directory.Exists(remains))
                {
                    Directory.Delete(remains, recursive: true);
                }
                else
                {
                    File.Delete(remains);
                }
            }
            catch (IOException)
            {
                // A killed start's initdb is still writing there; the next first start removes it.
            }
        }
    }
}
