namespace Postmortems.Web.Ops.Embedded;

/// <summary>Starts and stops the one server process of a data folder.</summary>
internal sealed class EmbeddedServer(EmbeddedFolders folders, PostgresBinaries binaries, PostgresAccount account)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Recovery after a power cut may take its time; a fault is told at once.</summary>
    private const string LongestRecovery = "3600";

    public async Task<Postmaster> StartAsync(CancellationToken cancel)
    {
        var deadline = DateTime.UtcNow + Patience;

        while (true)
        {
            File.Delete(folders.StartLog);
            var result = await account.RunAsync(
                binaries.Control, ["start", "-w", "-s", "-t", LongestRecovery, "-D", folders.Data, "-l", folders.StartLog], cancel);

            if (result.Succeeded && Postmaster.Of(folders.Data) is { } postmaster)
            {
                return postmaster;
            }

            var log = File.Exists(folders.StartLog) ? await File.ReadAllTextAsync(folders.StartLog, cancel) : "";

            if (!IsPassing(log) || DateTime.UtcNow > deadline)
            {
                throw new StartupProblemException($"PostgreSQL did not start: {Fatal(log) ?? result.LastLine}; its logs are in {folders.Home}.");
            }

            ForgetStranger(log);
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
    private static bool IsPassing(string log) =>
        log.Contains("pre-existing shared memory block", StringComparison.Ordinal) || NamesLockFile(log);

    private static bool NamesLockFile(string log) =>
        log.Contains("lock file \"postmaster.pid\" already exists", StringComparison.Ordinal);

    // The number in a stale postmaster.pid now belongs to a program that has nothing to do with this folder.
    private void ForgetStranger(string log)
    {
        if (NamesLockFile(log) && Postmaster.Of(folders.Data) is null)
        {
            File.Delete(Postmaster.FileOf(folders.Data));
        }
    }

    private static string? Fatal(string log) => log.Split('\n')
        .Where(line => line.Contains("FATAL:", StringComparison.Ordinal))
        .Select(line => line[(line.IndexOf("FATAL:", StringComparison.Ordinal) + 6)..].Trim())
        .LastOrDefault();
}
