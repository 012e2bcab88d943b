namespace Postmortems.PatternEngine;

/// <summary>Two or more statements that belong together, the strongest member first.</summary>
/// <param name="Name">Made of its shared terms.</param>
/// <param name="SharedTerms">Why they belong together, as people wrote it, the most telling first.</param>
/// <param name="Members">The strongest first.</param>
public sealed record Group(string Name, IReadOnlyList<string> SharedTerms, IReadOnlyList<Member> Members);

/// <param name="Id">The statement's id.</param>
/// <param name="Strength">0 to 1; one half means that the runner-up, or chance, was as close as this group.</param>
/// <param name="SharedTerms">What this member shares with the rest, as it was written here.</param>
public sealed record Member(string Id, double Strength, IReadOnlyList<string> SharedTerms);
