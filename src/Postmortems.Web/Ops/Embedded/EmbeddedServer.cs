namespace Postmortems.Web.Ops.Embedded;

/// <summary>Starts and stops the one server process of a data folder.</summary>
internal sealed class EmbeddedServer(EmbeddedFolders folders, PostgresBinaries binaries, PostgresAccount account)
{
    /// <summary>Seconds. Recovery after a power cut may take its time; a fault is told at once.</summary>
    private const string LongestRecovery = "3600";

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    public async Task<Postmaster> StartAsync(CancellationToken cancel)
    {
        var deadline = TimeProvider.System.GetUtcNow() + Patience;

        while (true)
        {
            RemoveStaleSocket();
            var log = PostgresLog.Begin(folders);
            var result = await account.RunAsync(
                binaries.Control, ["start", "-w", "-s", "-t", LongestRecovery, "-D", folders.Data, "-l", folders.StartLog], cancel);

            if (result.Succeeded && Postmaster.Of(folders.Data) is { } postmaster)
            {
                return postmaster;
            }

            var refusal = log.Refusal();

            if (!IsPassing(refusal) || TimeProvider.System.GetUtcNow() > deadline)
            {
                throw new StartupProblemException($"PostgreSQL did not start: {refusal ?? result.LastLine}; its logs are in {folders.Logs}.");
            }

            ForgetStranger(refusal);
            await Task.Delay(TimeSpan.FromMilliseconds(100), cancel);
        }
    }

    /// <summary>Stops whatever server works on the folder, ours or one that a killed product left behind.</summary>
    public async Task StopAsync(CancellationToken cancel)
    {
        foreach (var mode in new[] { "fast", "immediate" })
        {
            if (Postmaster.Of(folders.Data) is null)
            {
                return;
            }

            await account.RunAsync(binaries.Control, ["stop", "-w", "-s", "-t", "60", "-m", mode, "-D", folders.Data], cancel);
        }
    }

    // After a kill, the server's children need a moment to notice that they are alone.
    private static bool IsPassing(string? refusal) =>
        refusal is not null && (refusal.Contains("pre-existing shared memory block", StringComparison.Ordinal) || NamesLockFile(refusal));

    private static bool NamesLockFile(string? refusal) =>
        refusal is not null && refusal.Contains("lock file \"postmaster.pid\" already exists", StringComparison.Ordinal);

    // The number in a stale postmaster.pid is that of a dead process nobody has collected, or now belongs to a program
    // that has nothing to do with this folder. Either looks alive to PostgreSQL.
    private void ForgetStranger(string? refusal)
    {
        if (NamesLockFile(refusal) && Postmaster.Of(folders.Data) is null)
        {
            File.Delete(Postmaster.FileOf(folders.Data));
        }
    }

    // The socket carries such a number too; its folder is ours alone.
    private void RemoveStaleSocket()
    {
        if (Postmaster.Of(folders.Data) is null)
        {
            foreach (var file in Directory.EnumerateFiles(folders.Socket, ".s.PGSQL.*").ToList())
            {
                File.Delete(file);
            }
        }
    }
}
