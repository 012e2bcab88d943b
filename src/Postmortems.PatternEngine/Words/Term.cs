using System.Runtime.InteropServices;

namespace Postmortems.PatternEngine.Words;

/// <summary>One thing that a statement says, where it says it, and how much that counts.</summary>
/// <param name="Number">The terms' number of what is said.</param>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Term(int Number, int Start, int End, float Scale = 1);
