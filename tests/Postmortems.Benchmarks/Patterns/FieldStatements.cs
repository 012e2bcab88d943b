using System.Reflection;
using Postmortems.PatternEngine;

namespace Postmortems.Benchmarks.Patterns;

/// <summary>
/// Statements in engineers' English with a known answer. Some patterns are of the field: sentences that were written by
/// hand, varied by leaving words out, naming a service and adding an aside. Many more are a team's own: a handful of
/// words and names that only this pattern combines. Sizes fall off like those in archives (Zipf), three in ten stand
/// alone. The same seed gives the same statements.
/// </summary>
internal sealed class FieldStatements(int seed)
{
    private const double OfTheField = 0.35;
    private const double OfTheTeam = 0.70;

    private readonly Random random = new(seed);
    private readonly string[][] ways = Ways();
    private string[] pool = [];

    public List<(Statement Statement, int? Pattern)> Of(int count)
    {
        // The pool keeps how often words are written, so that drawing from it is Zipf's law as English has it.
        pool = [.. ways.SelectMany(sentences => sentences).SelectMany(sentence => sentence.Split(' ')).Where(word => word.Length > 2)];
        var own = Enumerable.Range(0, Math.Max(8, count / 100))
            .Select(_ => Enumerable.Range(0, 4).Select(_ => Coined()).Concat(random.GetItems(pool, 7)).ToArray())
            .ToArray();

        return [.. Enumerable.Range(0, count).Select(number => One(number, own))];
    }

    private (Statement Statement, int? Pattern) One(int number, string[][] own)
    {
        var kind = random.NextDouble();
        int? pattern = kind < OfTheField ? Zipf(ways.Length) : kind < OfTheTeam ? ways.Length + Zipf(own.Length) : null;
        var words = pattern switch
        {
            null => [.. random.GetItems(pool, 12), Coined(), Coined()],
            { } field when field < ways.Length => random.GetItems(ways[field], 1)[0].Split(' '),
            { } team => [.. own[team - ways.Length], .. random.GetItems(pool, 5)],
        };

        if (pattern >= ways.Length)
        {
            random.Shuffle(words);
        }

        var said = words.Where(_ => random.NextDouble() < 0.8).Concat(random.GetItems(pool, 4));

        return (new Statement($"c{number:D6}", string.Join(' ', said), Service: $"service-{Zipf(60)}", Kind: StatementKind.Cause), pattern);
    }

    private int Zipf(int below) => (int)Math.Pow(below, random.NextDouble()) - 1 is var drawn && drawn >= 0 ? drawn : 0;

    private string Coined() => GeneratedStatements.Spell(random.Next(30_000));

    private static string[][] Ways()
    {
        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("causes.txt")
            ?? throw new InvalidOperationException("The sentences of the field are not in the program.");
        using var reader = new StreamReader(stream);
        var paragraphs = reader.ReadToEnd().Split("\n\n", StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        return [.. paragraphs.Where(p => p[0] != '#').Select(p => p.Split('\n')[1..])];
    }
}
