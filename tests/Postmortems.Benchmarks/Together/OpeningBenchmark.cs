using System.Diagnostics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Postmortems.Domain.Writing.Together;

namespace Postmortems.Benchmarks.Together;

/// <summary>
/// What a long history costs whoever opens a document, as a ratio to one of the same text without a history, and what an open
/// editor costs the server in live heap.
/// </summary>
internal static class OpeningBenchmark
{
    private const int Changes = 20_000;
    private const int AtOnce = 100;
    private const int Rounds = 31;
    private const int Documents = 200;
    private const int Writers = 2;

    public static async Task RunAsync(TextWriter output)
    {
        await using var stage = await Stage.SetAsync();
        var numbers = await stage.BeginDocumentsAsync(2);
        await WriteMuchAsync(stage, numbers[0]);

        using var browser = stage.Browser();

        foreach (var (name, path) in new[] { ("text", "/api/postmortems/{0}/document"), ("writing desk", "/postmortems/{0}/write"), ("history", "/postmortems/{0}/history") })
        {
            var (long_, fresh) = await AlternateAsync(browser, path, numbers);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"opening, {name,-13} {long_,7:F2} ms after {Changes:N0} changes, {long_ / fresh:F2} times one without ({fresh:F2} ms)"));
        }

        await MeasureHeapAsync(stage, output);
    }

    private static async Task WriteMuchAsync(Stage stage, int number)
    {
        var accept = stage.One.Services.GetRequiredService<AcceptChanges>();
        var read = stage.One.Services.GetRequiredService<ReadText>();
        var (version, text) = (await read.RunAsync(stage.Actor, number))!;
        var client = Guid.CreateVersion7();
        var (comes, goes) = (ChangeSetJson.Parse($"[[0,\"x\"],{text.Length}]"), ChangeSetJson.Parse($"[[1],{text.Length}]"));
        OpenDocument? known = null;

        for (var sequence = 1; sequence <= Changes; sequence += AtOnce)
        {
            // A letter comes and goes, so that the text stays as long as the other's.
            var updates = Enumerable.Range(0, AtOnce).Select(i => new Update(client, sequence + i, i % 2 == 0 ? comes : goes)).ToList();
            known = (await accept.RunAsync(number, [new SentUpdates(stage.Actor, version + sequence - 1, updates)], known)).Known;
        }
    }

    private static async Task<(double Long, double Fresh)> AlternateAsync(HttpClient browser, string path, IReadOnlyList<int> numbers)
    {
        var (first, second) = (new List<double>(), new List<double>());

        for (var round = -5; round < Rounds; round++)
        {
            var (a, b) = (await TimeAsync(browser, path, numbers[0]), await TimeAsync(browser, path, numbers[1]));

            if (round >= 0)
            {
                first.Add(a);
                second.Add(b);
            }
        }

        return (Median(first), Median(second));
    }

    private static async Task<double> TimeAsync(HttpClient browser, string path, int number)
    {
        var watch = Stopwatch.StartNew();
        using var answer = await browser.GetAsync(new Uri(string.Format(CultureInfo.InvariantCulture, path, number), UriKind.Relative));
        answer.EnsureSuccessStatusCode();
        await answer.Content.ReadAsByteArrayAsync();
        return watch.Elapsed.TotalMilliseconds;
    }

    private static async Task MeasureHeapAsync(Stage stage, TextWriter output)
    {
        var scenario = new Scenario("open", Documents, Writers);

        // Once before, so that what the runtime makes only once is not counted.
        await stage.TypeAsync(scenario);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var typing = stage.TypeAsync(scenario);
        await Task.Delay(TimeSpan.FromSeconds(5));
        var open = GC.GetTotalMemory(forceFullCollection: true) - before;
        await typing;
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"live heap of the server for an open editor: {open / 1024.0 / (Documents * Writers):F1} KB ({Documents * Writers} editors in {Documents} documents, all typing)"));
    }

    private static double Median(List<double> times) => times.Order().ElementAt(times.Count / 2);
}
