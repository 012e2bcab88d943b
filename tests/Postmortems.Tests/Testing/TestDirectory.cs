using System.Diagnostics;

namespace Postmortems.Tests.Testing;

/// <summary>A directory of this test run that other accounts can look into, as a PostgreSQL started by root must.</summary>
public sealed class TestDirectory : IDisposable
{
    private const string Prefix = "postmortems-tests-";

    public TestDirectory()
    {
        RemoveThoseOfEndedRuns();
        Path = System.IO.Path.Combine(System.IO.Path.GetTempPath(), $"{Prefix}{Environment.ProcessId}-{System.IO.Path.GetRandomFileName()}");
        Directory.CreateDirectory(Path);
    }

    public string Path { get; }

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);

    // A run that was killed cannot tidy up; the next one does.
    private static void RemoveThoseOfEndedRuns()
    {
        foreach (var directory in Directory.EnumerateDirectories(System.IO.Path.GetTempPath(), Prefix + "*"))
        {
            var run = System.IO.Path.GetFileName(directory)[Prefix.Length..].Split('-')[0];

            if (int.TryParse(run, System.Globalization.CultureInfo.InvariantCulture, out var process) && HasEnded(process))
            {
                TryDelete(directory);
            }
        }
    }

    private static bool HasEnded(int process)
    {
        try
        {
            using var found = Process.GetProcessById(process);
            return found.HasExited;
        }
        catch (ArgumentException)
        {
            return true;
        }
    }

    private static void TryDelete(string directory)
    {
        try
        {
            Directory.Delete(directory, recursive: true);
        }
        catch (Exception busy) when (busy is IOException or UnauthorizedAccessException)
        {
            // Another run is tidying it up, or it is another user's.
        }
    }
}
