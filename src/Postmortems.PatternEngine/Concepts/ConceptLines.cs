using System.Globalization;
using Postmortems.PatternEngine.Words;

namespace Postmortems.PatternEngine.Concepts;

/// <summary>Reads the concept files into slots, phrases and ways.</summary>
internal sealed class ConceptLines
{
    public const string FieldMark = "%";

    private const int Window = 12;
    private const string FixMark = "fix ";

    private readonly Scanner scanner = new();
    private readonly Dictionary<string, int> slots = new(StringComparer.Ordinal);
    private readonly Dictionary<string, (string[] Stems, SortedSet<int> Slots)> phrases = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string[]> classes = new(StringComparer.Ordinal);
    private readonly List<ConceptWay> ways = [];
    private readonly List<Concept> concepts = [];
    private readonly List<(string Name, int Slot)> topics = [];
    private Phrase[]? all;
    private string field = "";

    public IReadOnlyList<Concept> Concepts => concepts;

    public IReadOnlyList<ConceptWay> Ways => ways;

    /// <summary>The classes of words: weak signs of what a text is about.</summary>
    public IReadOnlyList<(string Name, int Slot)> Topics => topics;

    public int Slots => slots.Count;

    public static ConceptLines Of(IEnumerable<string> lines)
    {
        var read = new ConceptLines();

        foreach (var line in lines)
        {
            read.Learn(line.Trim());
        }

        return read;
    }

    public IReadOnlyList<Phrase> Phrases() => all ??= [.. phrases.Values.Select(phrase => new Phrase(phrase.Stems, [.. phrase.Slots]))];

    private void Learn(string line)
    {
        switch (line)
        {
            case "" or ['#', ..]:
                break;
            case ['%', .. var file]:
                field = char.ToUpperInvariant(file[0]) + file[1..];
                break;
            case ['@', ..]:
                LearnClass(line);
                break;
            case ['=', ..]:
                ways.Add(Way(line[1..]));
                break;
            case ['+', ' ', .. var example]:
                concepts[^1] = concepts[^1] with { Examples = [.. concepts[^1].Examples, example] };
                break;
            case ['-', ' ', .. var example]:
                concepts[^1] = concepts[^1] with { Counterexamples = [.. concepts[^1].Counterexamples, example] };
                break;
            default:
                LearnConcept(line);
                break;
        }
    }

    private void LearnClass(string line)
    {
        var halves = line.Split(':', 2);
        var words = halves[1].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        classes.Add(halves[0].Trim(), [.. words.SelectMany(Meant)]);
        topics.Add((halves[0].Trim(), Slot(halves[0])));
    }

    private void LearnConcept(string line)
    {
        var halves = line.Split(':', 2);
        var leaf = halves[1].IndexOf('[', StringComparison.Ordinal);
        var sentence = leaf < 0 ? halves[1] : halves[1][..leaf];

        var named = leaf < 0 ? null : halves[1][(leaf + 1)..].Trim(' ', ']');
        var isFix = named is not null && named.StartsWith(FixMark, StringComparison.Ordinal);

        concepts.Add(new Concept(field, halves[0].Trim(), sentence.Trim(), isFix ? named![FixMark.Length..] : named, isFix, [], []));
    }

    private ConceptWay Way(string line)
    {
        var slash = line.LastIndexOf(" /", StringComparison.Ordinal);
        var window = slash >= 0 && int.TryParse(line.AsSpan(slash + 2), CultureInfo.InvariantCulture, out var told) ? told : 0;
        var with = (window > 0 ? line[..slash] : line).Split('!', 2);
        var parts = with[0].Split('+').Select(Slot).ToArray();
        var without = with.Length > 1 ? with[1].Split('!').Select(Slot).ToArray() : [];

        return new ConceptWay(
            concepts.Count - 1,
            parts,
            without,
            window > 0 ? window : Window);
    }

    private int Slot(string alternatives)
    {
        var name = alternatives.Trim();

        if (slots.TryGetValue(name, out var known))
        {
            return known;
        }

        var slot = slots[name] = slots.Count;

        foreach (var words in name.Split('|', StringSplitOptions.TrimEntries).SelectMany(Meant))
        {
            var stems = scanner.Words(words).Where(word => !word.Whole).Select(word => word.Stem).ToArray();

            if (stems.Length == 0)
            {
                throw new FormatException($"The concept way '{alternatives}' holds a part that says nothing.");
            }

            var key = string.Join(' ', stems);
            phrases.TryAdd(key, (stems, []));
            phrases[key].Slots.Add(slot);
        }

        return slot;
    }

    private string[] Meant(string words) =>
        words[0] != '@' ? [words]
        : classes.TryGetValue(words, out var meant) ? meant
        : throw new FormatException($"The concepts know no {words}.");
}
