using System.Diagnostics;
using System.Globalization;

namespace Postmortems.Web.Ops.Embedded;

/// <summary>The server process that a data folder names in its postmaster.pid, if it is alive and works on that folder.</summary>
internal sealed record Postmaster(int ProcessId, string DataFolder)
{
    private const int StatusLine = 7;

    public static Postmaster? Of(string dataFolder)
    {
        var file = FileOf(dataFolder);

        try
        {
            return File.Exists(file)
                && int.TryParse(File.ReadLines(file).FirstOrDefault(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var id)
                && new Postmaster(id, dataFolder) is { IsAlive: true } postmaster
                    ? postmaster
                    : null;
        }
        catch (FileNotFoundException)
        {
            // It ended between the two looks.
            return null;
        }
    }

    /// <summary>Whether the server says in that file that it takes connections.</summary>
    public static bool IsReady(string dataFolder)
    {
        try
        {
            return File.ReadLines(FileOf(dataFolder)).ElementAtOrDefault(StatusLine)?.TrimEnd() == "ready";
        }
        catch (IOException)
        {
            // It is not there yet, or it is being written.
            return false;
        }
    }

    public static string FileOf(string dataFolder) => Path.Combine(dataFolder, "postmaster.pid");

    public bool IsAlive
    {
        get
        {
            try
            {
                using var process = Process.GetProcessById(ProcessId);
                return !process.HasExited && process.ProcessName.StartsWith("postgres", StringComparison.Ordinal) && WorksHere();
            }
            catch (Exception gone) when (gone is ArgumentException or InvalidOperationException)
            {
                return false;
            }
        }
    }

    // Process ids come round again, so the number alone may mean somebody else's server.
    private bool WorksHere()
    {
        if (!OperatingSystem.IsLinux())
        {
            return true;
        }

        try
        {
            return IsRunning(File.ReadAllText($"/proc/{ProcessId}/stat"))
                && new FileInfo($"/proc/{ProcessId}/cwd").LinkTarget is { } folder
                && Path.GetFullPath(folder) == RealPath(DataFolder);
        }
        catch (Exception gone) when (gone is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    // A dead process that nobody has collected yet still has its number: state Z.
    private static bool IsRunning(string stat) => stat[(stat.LastIndexOf(')') + 2)..][0] is not ('Z' or 'X');

    private static string RealPath(string folder)
    {
        var path = Path.GetFullPath(folder);

        for (var part = new DirectoryInfo(path); part is not null; part = part.Parent)
        {
            if (part.ResolveLinkTarget(returnFinalTarget: true) is { } target)
            {
                return RealPath(Path.Combine(target.FullName, Path.GetRelativePath(part.FullName, path)));
            }
        }

        return path;
    }
}
