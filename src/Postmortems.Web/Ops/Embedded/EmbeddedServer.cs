using System.Diagnostics;

namespace Postmortems.Web.Ops.Embedded;

/// <summary>Starts and stops the one server process of a data folder.</summary>
internal sealed class EmbeddedServer(EmbeddedFolders folders, PostgresBinaries binaries, PostgresAccount account)
{
    /// <summary>Recovery after a power cut may take its time; a fault is told at once.</summary>
    private static readonly TimeSpan LongestRecovery = TimeSpan.FromHours(1);

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>PostgreSQL's own tool looks ten times a second, which would be most of a start.</summary>
    private static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(10);

    public async Task<Postmaster> StartAsync(CancellationToken cancel)
    {
        var deadline = TimeProvider.System.GetUtcNow() + Patience;

        while (true)
        {
            RemoveStaleSocket();
            var log = PostgresLog.Begin(folders);
            var result = await account.RunAsync(
                binaries.Control, ["start", "-W", "-s", "-D", folders.Data, "-l", folders.StartLog], cancel);

            if (result.Succeeded && await ReadyAsync(log, cancel) is { } postmaster)
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

    /// <returns>Null when it ended instead of becoming ready.</returns>
    private async Task<Postmaster?> ReadyAsync(PostgresLog log, CancellationToken cancel)
    {
        for (var waited = Stopwatch.StartNew(); waited.Elapsed < LongestRecovery; await Task.Delay(Glance, cancel))
        {
            if (Postmaster.IsReady(folders.Data) && Postmaster.Of(folders.Data) is { } postmaster)
            {
                return postmaster;
            }

            // While it recovers it turns away those who knock, with words that sound like a fault of its own.
            if ((log.Refusal() is not null || waited.Elapsed > Patience) && Postmaster.Of(folders.Data) is null)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>Stops whatever server works on the folder, ours or one that a killed product left behind.</summary>
    public async Task StopAsync(CancellationToken cancel)
    {
        foreach (var mode in new[] { "fast", "immediate" })
        {
            if (Postmaster.Of(folders.Data) is not { } postmaster)
            {
                return;
            }

            await account.RunAsync(binaries.Control, ["stop", "-w", "-s", "-t", "60", "-m", mode, "-D", folders.Data], cancel);
            await EndedAsync(postmaster, cancel);
        }
    }

    // PostgreSQL's own tool waits for the file to go, which the server removes shortly before it ends.
    private async Task EndedAsync(Postmaster postmaster, CancellationToken cancel)
    {
        for (var waited = Stopwatch.StartNew(); !File.Exists(Postmaster.FileOf(folders.Data)) && postmaster.IsAlive && waited.Elapsed < Patience;)
        {
            await Task.Delay(Glance, cancel);
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
