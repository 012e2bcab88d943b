using Postmortems.Benchmarks.Lists;
using Postmortems.Benchmarks.Patterns;

switch (args)
{
    case ["patterns"]:
        GroupingBenchmark.Run(Console.Out);
        return 0;

    case ["lists"]:
        await ListBenchmark.RunAsync(Console.Out);
        return 0;

    default:
        Console.Error.WriteLine("Say what to measure: patterns or lists.");
        return 2;
}
