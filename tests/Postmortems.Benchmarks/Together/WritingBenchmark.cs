using System.Globalization;

namespace Postmortems.Benchmarks.Together;

/// <summary>
/// Milliseconds from a key in one window to its arrival in another, ours (acknowledged after commit) beside a server written with
/// @hocuspocus/server, in memory and with its database extension. The sides alternate within one run; told are medians of the rounds.
/// </summary>
internal static class WritingBenchmark
{
    private static readonly Scenario WarmUp = new("warming up", 1, 100);

    private static readonly Scenario[] Scenarios =
    [
        new("5 writers", 1, 5),
        new("20 writers", 1, 20),
        new("100 writers", 1, 100),
        new("100 writers, watched on another instance", 1, 100, AcrossInstances: true),
        new("200 writers", 1, 200),
        new("500 writers", 1, 500),
        new("200 documents, 2 writers each", 200, 2),
    ];

    /// <param name="rounds">At least five for a figure that may be quoted.</param>
    /// <param name="only">Writers of the one scenario to run; all when null.</param>
    public static async Task RunAsync(TextWriter output, int rounds, int? only)
    {
        await using var stage = await Stage.SetAsync();
        await using var memory = await Peer.StartAsync(null);
        await using var database = await Peer.StartAsync(stage.ConnectionString);

        // Both runtimes compile what runs often; a server that has just started is not what people write on.
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await stage.TypeAsync(WarmUp);
            await memory.TypeAsync(WarmUp);
            await database.TypeAsync(WarmUp);
        }

        foreach (var scenario in Scenarios.Where(s => only is null || s.Writers * s.Documents == only))
        {
            var (ours, inMemory, stored) = (new List<Latency>(), new List<Latency>(), new List<Latency>());

            for (var round = 0; round < rounds; round++)
            {
                ours.Add(await stage.TypeAsync(scenario));

                // The peer's instances know of each other through a third server only, which is left out.
                if (!scenario.AcrossInstances)
                {
                    inMemory.Add(await memory.TypeAsync(scenario));
                    stored.Add(await database.TypeAsync(scenario));
                }
            }

            await output.WriteLineAsync($"{scenario.Name}\n  ours                     {Say(ours)}");

            if (!scenario.AcrossInstances)
            {
                await output.WriteLineAsync($"  peer, in memory          {Say(inMemory)}   p95 {Ratio(inMemory, ours)} times ours");
                await output.WriteLineAsync($"  peer, database extension {Say(stored)}   p95 {Ratio(stored, ours)} times ours");
            }
        }
    }

    private static string Say(List<Latency> rounds) =>
        string.Create(CultureInfo.InvariantCulture, $"p50 {Median(rounds, l => l.P50),8:F1}  p95 {Median(rounds, l => l.P95),8:F1}  p99 {Median(rounds, l => l.P99),8:F1} ms, seen {Median(rounds, l => l.Share):P0}");

    private static string Ratio(List<Latency> theirs, List<Latency> ours) =>
        Median([.. theirs.Zip(ours)], pair => pair.First.P95 / pair.Second.P95).ToString("F1", CultureInfo.InvariantCulture);

    private static double Median<T>(List<T> rounds, Func<T, double> figure) => rounds.Select(figure).Order().ElementAt(rounds.Count / 2);
}

/// <param name="Writers">For each document, five marks a second each.</param>
internal sealed record Scenario(string Name, int Documents, int Writers, bool AcrossInstances = false);

/// <param name="Share">Of all the marks that should have arrived at a watching window, those that did in time.</param>
internal sealed record Latency(double P50, double P95, double P99, double Share);
