namespace Postmortems.PatternEngine.Words;

/// <param name="Stem">What is compared.</param>
/// <param name="Start">Where it was written.</param>
/// <param name="End">One past its last letter.</param>
/// <param name="Whole">A whole identifier, standing beside its parts.</param>
internal readonly record struct Word(string Stem, int Start, int End, bool Whole = false);
