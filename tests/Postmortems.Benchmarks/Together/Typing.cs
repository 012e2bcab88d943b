using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;

namespace Postmortems.Benchmarks.Together;

/// <summary>Runs the writers, in a process of their own that is the same for both sides.</summary>
internal static class Typing
{
    public static string Folder { get; } = Path.Combine(Path.GetDirectoryName(Here())!, "peer");

    /// <param name="addresses">Writers use the first, watchers the last.</param>
    public static async Task<Latency> RunAsync(string side, IReadOnlyList<string> addresses, string cookie, IReadOnlyList<int> documents, int writers)
    {
        var plan = JsonSerializer.Serialize(new { side, addresses, cookie, documents, writers, perSecond = 5, warmUp = 1500, measure = 4000 });
        using var node = StartNode("typing.mjs", plan);
        var said = await node.StandardOutput.ReadToEndAsync();
        await node.WaitForExitAsync();

        var told = node.ExitCode == 0
            ? JsonSerializer.Deserialize<Told>(said, JsonSerializerOptions.Web)!
            : throw new InvalidOperationException($"The writers of {side} ended with exit code {node.ExitCode}.");

        // A mark is seen by all watchers of its document but its own writer.
        var expected = documents.Count == 1 ? (double)told.Pressed * told.Watchers * (writers - 1) / writers : (double)told.Pressed / documents.Count / writers * told.Watchers * (writers - 1);
        return new Latency(told.P50 ?? double.NaN, told.P95 ?? double.NaN, told.P99 ?? double.NaN, told.Seen / expected);
    }

    public static Process StartNode(string script, params string[] arguments)
    {
        var start = new ProcessStartInfo("node") { WorkingDirectory = Folder, RedirectStandardOutput = true, RedirectStandardInput = true, UseShellExecute = false };
        start.ArgumentList.Add(script);

        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start)!;
    }

    private static string Here([CallerFilePath] string path = "") => path;

    private sealed record Told(int Pressed, int Seen, int Watchers, double? P50, double? P95, double? P99);
}
