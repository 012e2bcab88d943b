using Postmortems.Language.Grammar;

namespace Postmortems.Language.Languages;

/// <summary>A language ready to read with: built once, then never changed.</summary>
internal sealed class SpokenLanguage
{
    private readonly Vocabulary vocabulary;
    private readonly Dictionary<string, List<Saying>> sayings = new(StringComparer.Ordinal);
    private readonly HashSet<string> common;

    public SpokenLanguage(LanguageFile file)
    {
        Code = file.Language;
        vocabulary = new Vocabulary(file.Words);
        Grammar = new PartsOfSpeech(vocabulary);
        Headings = file.Headings;
        Promises = file.Promises ?? new Dictionary<string, string[]>();
        common = file.Common.ToHashSet(StringComparer.Ordinal);
        Rules = [.. file.Rules.Select(entry => Add(entry, file.Language))];
    }

    public string Code { get; }

    public PartsOfSpeech Grammar { get; }

    public IReadOnlyDictionary<string, string[]> Headings { get; }

    /// <summary>Where action items stand; empty where nothing can be asked about them.</summary>
    public IReadOnlyDictionary<string, string[]> Promises { get; }

    public IReadOnlyList<Rule> Rules { get; }

    public bool IsCommon(string word) => common.Contains(word);

    /// <summary>What is worth trying in a sentence: only phrases of which a needed word is there.</summary>
    public IReadOnlyCollection<Saying> SayingsFor(SentenceWords words)
    {
        HashSet<Saying>? found = null;
        var lookup = sayings.GetAlternateLookup<ReadOnlySpan<char>>();

        for (var at = 0; at < words.Count; at++)
        {
            var text = words.Text(at).AsSpan();

            if (lookup.TryGetValue(text[..Math.Min(text.Length, Element.AnchorLength)], out var here))
            {
                (found ??= []).UnionWith(here);
            }
        }

        return found ?? (IReadOnlyCollection<Saying>)[];
    }

    private Rule Add(RuleEntry entry, string language)
    {
        var rule = entry.ToRule(language);
        var reading = new RuleReading(rule, entry, Phrases, AnyOf);

        foreach (var says in entry.Says)
        {
            var needs = Phrases(says.Needs ?? []);

            foreach (var phrase in Phrases(says.Phrases))
            {
                Index(new Saying(reading, phrase, WhoOf(says.Who), says.OfClause, needs));
            }
        }

        return rule;
    }

    private void Index(Saying saying)
    {
        foreach (var anchor in saying.Anchors)
        {
            if (!sayings.TryGetValue(anchor, out var here))
            {
                sayings[anchor] = here = [];
            }

            here.Add(saying);
        }
    }

    private IReadOnlyList<Phrase> Phrases(IEnumerable<string> patterns) => [.. patterns.Select(pattern => new Phrase(pattern, vocabulary))];

    /// <param name="alternatives">Words or &lt;classes&gt; with | between them.</param>
    private WordClass AnyOf(string alternatives) =>
        alternatives is ['<', .. var name, '>'] && !name.Contains('|', StringComparison.Ordinal) ? vocabulary[name] : new WordClass(alternatives.Split('|'));

    private static Who WhoOf(string name) => name switch
    {
        "people" => Who.People,
        "us" => Who.Us,
        "somebody" => Who.Somebody,
        "mind" => Who.Mind,
        "name" => Who.People | Who.Unknown,
        "named" => Who.Somebody | Who.Unknown | Who.They,
        "anything" => Who.Anything,
        "they" => Who.They,
        "nobody" => Who.Nobody,
        "no-one" => Who.NoOne,
        _ => throw new InvalidOperationException($"“{name}” is no subject a rule can ask for."),
    };
}
