using Postmortems.Domain.Search;

namespace Postmortems.Domain.Writing.References;

/// <summary>What of a text's references exists and may be seen; the rest stays the words that somebody wrote.</summary>
public sealed record KnownReferences(IReadOnlyDictionary<Reference, string> Titles, IReadOnlySet<string> People)
{
    public static KnownReferences None { get; } = new(new Dictionary<Reference, string>(), new HashSet<string>());

    public bool IsEmpty => Titles.Count == 0 && People.Count == 0;
}
