using System.Diagnostics;

namespace Postmortems.Web.Ops.Embedded;

/// <summary>Runs a program to its end and keeps what it said.</summary>
internal static class Programs
{
    private static readonly TimeSpan LastWords = TimeSpan.FromSeconds(1);

    public static ProcessStartInfo Command(string program, IEnumerable<string> arguments)
    {
        var command = new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,

            // Another account may not be allowed to stand where we stand.
            WorkingDirectory = Path.GetPathRoot(Environment.SystemDirectory) is { Length: > 0 } root ? root : "/",
        };

        // PGPORT, PGDATA and their like would be taken as settings of our server.
        foreach (var name in command.Environment.Keys.Where(name => name.StartsWith("PG", StringComparison.Ordinal)).ToList())
        {
            command.Environment.Remove(name);
        }

        command.Environment["LC_ALL"] = "C";
        return command;
    }

    public static async Task<ProgramResult> RunAsync(ProcessStartInfo command, CancellationToken cancel)
    {
        using var process = Process.Start(command) ?? throw new InvalidOperationException($"{command.FileName} did not start.");
        process.StandardInput.Close();

        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancel);
            var errors = process.StandardError.ReadToEndAsync(cancel);
            await process.WaitForExitAsync(cancel);

            // On Windows a server that the program started keeps the pipes open after it.
            await Task.WhenAny(Task.WhenAll(output, errors), Task.Delay(LastWords, cancel));
            return new ProgramResult(process.ExitCode, Said(output), Said(errors));
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
            throw;
        }
    }

    private static string Said(Task<string> stream) => stream.IsCompletedSuccessfully ? stream.Result : "";
}

internal sealed record ProgramResult(int ExitCode, string Output, string Errors)
{
    public bool Succeeded => ExitCode == 0;

    public string LastLine => (Errors + Output).Split('\n').Select(line => line.Trim()).LastOrDefault(line => line.Length > 0)
        ?? $"it ended with code {ExitCode}";
}
