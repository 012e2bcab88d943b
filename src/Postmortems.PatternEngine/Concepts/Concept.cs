using Postmortems.PatternEngine.Concepts;
using Postmortems.PatternEngine.Words;

namespace Postmortems.PatternEngine;

/// <summary>Something that happens in operations everywhere, whatever words people choose for it.</summary>
/// <param name="Field">Of the trade: "Capacity".</param>
/// <param name="Id">Never changes: <c>certificate-ran-out</c>.</param>
/// <param name="Sentence">For people: "A certificate ran past its validity".</param>
/// <param name="Leaf">The contributing factor that it suggests, or nothing.</param>
/// <param name="IsFix">It is something that people do to end an incident, not something that brought it about.</param>
/// <param name="Examples">Sentences that say it.</param>
/// <param name="Counterexamples">Sentences that come near and do not say it.</param>
public sealed record Concept(
    string Field,
    string Id,
    string Sentence,
    string? Leaf,
    bool IsFix,
    IReadOnlyList<string> Examples,
    IReadOnlyList<string> Counterexamples)
{
    /// <summary>Every concept that the engine knows.</summary>
    public static IReadOnlyList<Concept> All => ConceptBook.Default.Concepts;

    /// <summary>What a text speaks of, in whatever words.</summary>
    public static IReadOnlyList<Concept> SaidIn(string text)
    {
        var mentions = new List<Mention>();
        var scanner = new Scanner();
        new ConceptReader(ConceptBook.Default, scanner).Read(scanner.Words(text).FindAll(word => !word.Whole), mentions);

        return [.. mentions.OrderBy(mention => mention.Start).ThenBy(mention => mention.Concept).Select(mention => All[mention.Concept])];
    }
}
