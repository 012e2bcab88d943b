using System.Diagnostics;

namespace Postmortems.Benchmarks.Together;

/// <summary>A server written with @hocuspocus/server in a process of its own.</summary>
internal sealed class Peer(Process process, string address) : IAsyncDisposable
{
    private int documents;

    /// <param name="connectionString">Where its database extension stores; null for memory only.</param>
    public static async Task<Peer> StartAsync(string? connectionString)
    {
        if (!Directory.Exists(Path.Combine(Typing.Folder, "node_modules")))
        {
            using var install = Process.Start(new ProcessStartInfo("npm", "ci --no-audit --no-fund --silent") { WorkingDirectory = Typing.Folder })!;
            await install.WaitForExitAsync();
        }

        var process = connectionString is null ? Typing.StartNode("server.mjs") : Typing.StartNode("server.mjs", connectionString);
        var port = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The peer did not start.");
        return new Peer(process, $"ws://127.0.0.1:{port}");
    }

    public Task<Latency> TypeAsync(Scenario scenario)
    {
        var numbers = Enumerable.Range(documents + 1, scenario.Documents).ToList();
        documents += scenario.Documents;
        return Typing.RunAsync("theirs", [address], "", numbers, scenario.Writers);
    }

    public async ValueTask DisposeAsync()
    {
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        process.Dispose();
    }
}
