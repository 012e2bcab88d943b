namespace Postmortems.Language.Reading;

/// <summary>A paragraph, heading, item or cell. What is not prose in it is blank, unit for unit.</summary>
/// <param name="Start">UTF-16 units from the start of the document.</param>
/// <param name="Section">The kind of section it stands in, such as "lessons"; null where it is of no kind we treat apart.</param>
/// <param name="Promise">Of an action item all that is said about it, such as its row; else null.</param>
internal sealed record Passage(int Start, string Text, string? Section, string? Promise = null);
