using Postmortems.PatternEngine;

namespace Postmortems.Benchmarks.Patterns;

/// <summary>
/// Statements with a known answer: two thirds draw some words from one of many patterns and the rest from everyday
/// words (Zipf), one third has everyday words only. The same seed gives the same statements.
/// </summary>
internal sealed class GeneratedStatements(int seed)
{
    private const int Words = 30_000;
    private const int Everyday = 4_000;
    private const string Consonants = "bdfgklmnprstvz";
    private const string Vowels = "aeiou";

    private readonly Random random = new(seed);

    public List<(Statement Statement, int? Pattern)> Of(int count)
    {
        var patterns = Enumerable.Range(0, Math.Max(4, count / 60))
            .Select(_ => Enumerable.Range(0, 7).Select(_ => random.Next(Words)).ToArray())
            .ToArray();

        return [.. Enumerable.Range(0, count).Select(number => One(number, patterns))];
    }

    private (Statement Statement, int? Pattern) One(int number, int[][] patterns)
    {
        int? pattern = random.Next(3) == 0 ? null : random.Next(patterns.Length);
        var words = Enumerable.Range(0, 7).Select(_ => Zipf());

        if (pattern is { } known)
        {
            words = words.Concat(random.GetItems(patterns[known], 5));
        }

        var said = words.ToArray();
        random.Shuffle(said);

        return (new Statement($"c{number:D6}", string.Join(' ', said.Select(Spell))), pattern);
    }

    private int Zipf() => (int)Math.Pow(Everyday, random.NextDouble()) - 1;

    public static string Spell(int word)
    {
        var letters = new List<char>();

        for (var rest = word + 70; rest > 0; rest /= 70)
        {
            letters.Add(Consonants[rest % 70 / 5]);
            letters.Add(Vowels[rest % 5]);
        }

        return new string([.. letters]);
    }
}
