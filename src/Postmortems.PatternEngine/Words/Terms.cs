using Postmortems.PatternEngine.Concepts;

namespace Postmortems.PatternEngine.Words;

/// <summary>Numbers for what can be said. Meanings, concepts and topics stand in front, so that every set of statements knows them.</summary>
internal sealed class Terms
{
    private readonly Dictionary<string, int> numbers = new(StringComparer.Ordinal);

    public Terms(Lexicon lexicon, ConceptBook? book)
    {
        for (var meaning = 0; meaning < lexicon.Meanings; meaning++)
        {
            numbers.Add(lexicon.NameOf(meaning), numbers.Count);
        }

        FirstConcept = numbers.Count;

        foreach (var concept in book?.Concepts ?? [])
        {
            numbers.Add("#" + concept.Id, numbers.Count);
        }

        FirstTopic = numbers.Count;

        foreach (var topic in book?.Topics ?? [])
        {
            numbers.Add(topic.Name, numbers.Count);
        }
    }

    public int Count => numbers.Count;

    public int FirstConcept { get; }

    public int FirstTopic { get; }

    public bool IsConcept(int term) => term >= FirstConcept && term < FirstTopic;

    public int? Find(string key) => numbers.TryGetValue(key, out var number) ? number : null;

    public int Learn(string key)
    {
        if (!numbers.TryGetValue(key, out var number))
        {
            numbers.Add(key, number = numbers.Count);
        }

        return number;
    }

    /// <summary>For messages and tests; not fast.</summary>
    public string KeyOf(int term) => numbers.First(known => known.Value == term).Key;
}
