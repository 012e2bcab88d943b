namespace Postmortems.Language;

/// <summary>A phrase that a question can be asked about. It never says anything about a person.</summary>
/// <param name="Start">UTF-16 units from the start of the text.</param>
/// <param name="Length">UTF-16 units.</param>
/// <param name="Match">The phrase as it was written.</param>
/// <param name="Rewording">Null where only the writer can know.</param>
public sealed record Finding(Rule Rule, int Start, int Length, string Match, Rewording? Rewording = null);
