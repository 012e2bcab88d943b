using System.Diagnostics;
using System.Globalization;
using Postmortems.PatternEngine;

namespace Postmortems.Benchmarks.Patterns;

/// <summary>
/// Seconds and megabytes for grouping generated statements, beside the same run's bare pass that cuts the same texts
/// into words: a ratio travels from machine to machine, seconds do not.
/// </summary>
internal static class GroupingBenchmark
{
    public static void Run(TextWriter output)
    {
        Grouping.Of([.. new GeneratedStatements(seed: 1).Of(2_000).Select(s => s.Statement)]);

        foreach (var count in new[] { 10_000, 100_000 })
        {
            var generated = new GeneratedStatements(seed: 7).Of(count);
            var statements = generated.ConvertAll(s => s.Statement);
            var bare = Timed(() => WordsOf(statements), out _);
            var before = GC.GetTotalMemory(forceFullCollection: true);
            var peak = new Peak();
            var seconds = Timed(() => Grouping.Of(statements), out var groups);
            var megabytes = (peak.Stop() - before) / 1e6;

            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{count,7} statements: {seconds:F2} s, {megabytes:F0} MB at most, {seconds / bare:F0} x a bare word pass ({bare:F3} s), {groups.Count} groups, B-cubed F1 {Score.BCubed(generated, groups):F2}"));
        }

        var index = new SimilarityIndex([.. new GeneratedStatements(seed: 7).Of(100_000).Select(s => s.Statement)]);
        var asked = new GeneratedStatements(seed: 7).Of(100_000).Take(2_000).Select(s => s.Statement).ToArray();
        var asking = Timed(() => asked.Sum(s => index.Find(s, 10).Count), out _);

        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture, $" similar: {asking / asked.Length * 1000:F3} ms a question among 100000"));
    }

    private static int WordsOf(List<Statement> statements)
    {
        var words = new Dictionary<string, int>(StringComparer.Ordinal);

        foreach (var word in statements.SelectMany(s => s.Text.Split(' ')))
        {
            words[word] = words.GetValueOrDefault(word) + 1;
        }

        return words.Count;
    }

    private static double Timed<T>(Func<T> work, out T result)
    {
        var clock = Stopwatch.StartNew();
        result = work();

        return clock.Elapsed.TotalSeconds;
    }
}
