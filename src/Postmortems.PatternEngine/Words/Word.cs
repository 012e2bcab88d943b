using System.Runtime.InteropServices;

namespace Postmortems.PatternEngine.Words;

/// <param name="Stem">What is compared.</param>
/// <param name="Start">Where it was written.</param>
/// <param name="End">One past its last letter.</param>
/// <param name="Number">The scanner's number of the stem: two words have the same one when their stems are equal.</param>
/// <param name="Whole">A whole identifier, standing beside its parts.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Word(string Stem, int Start, int End, int Number, bool Whole = false);
