using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Postmortems.PatternEngine;

namespace Postmortems.Benchmarks.Patterns;

/// <summary>
/// Groups 100,000 generated statements, beside scikit-learn's clusterers on the same file in the same run. Seconds are
/// of one core's time, so that a busy machine does not matter much; the ratio travels from machine to machine.
/// </summary>
internal static class GroupingBenchmark
{
    private const int Count = 100_000;
    private const int Rounds = 5;
    private const int Placed = 2_000;

    public static void Run(TextWriter output, string? python)
    {
        var generated = new FieldStatements(seed: 7).Of(Count);
        var statements = generated.ConvertAll(s => s.Statement);
        IReadOnlyList<Group> groups = [];
        var seconds = new List<double>();
        var before = Environment.WorkingSet;
        var megabytes = 0.0;

        for (var round = 0; round < Rounds; round++)
        {
            groups = [];
            seconds.Add(OnOneCore(() => groups = Grouping.Of(statements)));
            megabytes = round == 0 ? (Process.GetCurrentProcess().PeakWorkingSet64 - before) / 1e6 : megabytes;
        }

        seconds.Sort();
        var median = seconds[Rounds / 2];
        Say(output, $"ours: {median:F2} s ({seconds[0]:F2} to {seconds[^1]:F2}), {megabytes:F0} MB above the statements, {groups.Count} groups, B-cubed F1 {Score.BCubed(generated, groups):F3}");

        var places = new Places(statements);
        var newcomers = new FieldStatements(seed: 8).Of(Placed).ConvertAll(s => s.Statement with { Id = "new-" + s.Statement.Id });
        newcomers.Take(Placed / 10).ToList().ForEach(newcomer => places.Place(newcomer));
        var placing = OnOneCore(() => newcomers.Skip(Placed / 10).ToList().ForEach(newcomer => places.Place(newcomer)));
        Say(output, $"one more statement: {placing / (Placed * 0.9) * 1000:F3} ms");

        if (python is not null)
        {
            Beside(python, generated, median, output);
        }
    }

    private static void Beside(string python, List<(Statement Statement, int? Pattern)> generated, double ours, TextWriter output)
    {
        var file = Path.GetTempFileName();
        File.WriteAllLines(file, generated.Select(s => JsonSerializer.Serialize(new { id = s.Statement.Id, text = s.Statement.Text, pattern = s.Pattern })));

        try
        {
            using var script = Process.Start(new ProcessStartInfo(python, [Path.Combine(AppContext.BaseDirectory, "clusterers.py"), file]) { RedirectStandardOutput = true, UseShellExecute = false })!;

            while (script.StandardOutput.ReadLine() is { } line)
            {
                var row = JsonDocument.Parse(line).RootElement;

                Say(output, row.TryGetProperty("failed", out var failed)
                    ? $"{row.GetProperty("name")}: {failed}"
                    : (FormattableString)$"{row.GetProperty("name")}({row.GetProperty("parameter")}): {row.GetProperty("seconds").GetDouble():F2} s, {row.GetProperty("seconds").GetDouble() / ours:F1} x ours, {row.GetProperty("megabytes")} MB, B-cubed F1 {row.GetProperty("f1")}");
            }

            script.WaitForExit();
        }
        finally
        {
            File.Delete(file);
        }
    }

    private static void Say(TextWriter output, FormattableString line) => output.WriteLine(line.ToString(CultureInfo.InvariantCulture));

    private static double OnOneCore(Action work)
    {
        var before = Environment.CpuUsage.TotalTime;
        work();

        return (Environment.CpuUsage.TotalTime - before).TotalSeconds;
    }
}
