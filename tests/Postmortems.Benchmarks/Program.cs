using System.Globalization;
using Postmortems.Benchmarks.Language;
using Postmortems.Benchmarks.Lists;
using Postmortems.Benchmarks.Patterns;
using Postmortems.Benchmarks.Reading;
using Postmortems.Benchmarks.Retros;
using Postmortems.Benchmarks.Together;

switch (args)
{
    case ["patterns", .. var beside]:
        GroupingBenchmark.Run(Console.Out, beside is [var python, ..] ? python : null);
        return 0;

    case ["language"]:
        CheckBenchmark.Run(Console.Out);
        return 0;

    case ["reading"]:
        ReadingBenchmark.Run(Console.Out);
        return 0;

    case ["lists"]:
        await ListBenchmark.RunAsync(Console.Out);
        return 0;

    case ["retro"]:
        await RetroBenchmark.RunAsync(Console.Out);
        return 0;

    case [RetroServer.Verb, var directory]:
        await RetroServer.ServeAsync(directory);
        return 0;

    case ["opening"]:
        await OpeningBenchmark.RunAsync(Console.Out);
        return 0;

    case ["writing", .. var more]:
        await WritingBenchmark.RunAsync(Console.Out, more is [var rounds, ..] ? int.Parse(rounds, CultureInfo.InvariantCulture) : 5, more is [_, var only] ? int.Parse(only, CultureInfo.InvariantCulture) : null);
        return 0;

    default:
        Console.Error.WriteLine("Say what to measure: patterns, language, reading, lists, retro, opening or writing [rounds] [writers].");
        return 2;
}
