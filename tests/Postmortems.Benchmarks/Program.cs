using Postmortems.Benchmarks.Patterns;

switch (args)
{
    case ["patterns"]:
        GroupingBenchmark.Run(Console.Out);
        return 0;

    default:
        Console.Error.WriteLine("Say what to measure: patterns.");
        return 2;
}
