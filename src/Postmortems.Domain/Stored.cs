namespace Postmortems.Domain;

/// <summary>What became of a form that makes something new and may have been sent before.</summary>
/// <param name="Key">By which people find what is stored: a number, a name, the words themselves.</param>
/// <param name="SaidElse">It was stored before, and the form said something else then. Nothing was stored now, so that nobody takes the new words for kept.</param>
public sealed record Stored<TKey>(TKey Key, bool SaidElse);
