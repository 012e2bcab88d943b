using System.Diagnostics;
using System.Globalization;

namespace Postmortems.Web.Ops.Embedded;

/// <summary>Stops the server when the product dies without a word: it waits for the end of a pipe that only we hold.</summary>
internal sealed class Watchdog : IDisposable
{
    // Ctrl-C reaches everything at the terminal; the watchdog outlives it, so that the product may finish first.
    private const string Script = "trap '' INT TERM HUP; cat >/dev/null; kill -INT \"$0\"";

    private readonly Process process;

    private Watchdog(Process process) => this.process = process;

    /// <returns>Null on Windows, where a server that was left behind is stopped by the next start.</returns>
    public static Watchdog? Over(Postmaster postmaster, PostgresAccount account)
    {
        if (OperatingSystem.IsWindows())
        {
            return null;
        }

        var id = postmaster.ProcessId.ToString(CultureInfo.InvariantCulture);
        return Process.Start(account.Command("/bin/sh", ["-c", Script, id])) is { } started ? new Watchdog(started) : null;
    }

    /// <summary>What the operating system does for us when we die.</summary>
    internal void LetGo() => process.StandardInput.Close();

    public void Dispose()
    {
        process.Kill(entireProcessTree: true);
        process.WaitForExit();
        process.Dispose();
    }
}
