namespace Postmortems.PatternEngine;

/// <summary>Two or more statements that belong together, the strongest member first.</summary>
/// <param name="Name">Made of its shared terms.</param>
/// <param name="SharedTerms">Why they belong together, as people wrote it, the most telling first.</param>
/// <param name="Members">The strongest first.</param>
/// <param name="Concepts">What most of its members speak of in whatever words, as sentences for people.</param>
public sealed record Group(
    string Name, IReadOnlyList<string> SharedTerms, IReadOnlyList<Member> Members, IReadOnlyList<string> Concepts);

/// <param name="Id">The statement's id.</param>
/// <param name="Strength">0 to 1; one half means that the runner-up, or chance, was as close as this group.</param>
/// <param name="SharedTerms">What this member shares with the rest, as it was written here.</param>
/// <param name="SharedConcepts">What this member and others of the group speak of in whatever words.</param>
public sealed record Member(
    string Id, double Strength, IReadOnlyList<string> SharedTerms, IReadOnlyList<string> SharedConcepts);
