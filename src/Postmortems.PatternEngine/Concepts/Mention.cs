using System.Runtime.InteropServices;

namespace Postmortems.PatternEngine.Concepts;

/// <summary>A concept and where a text speaks of it.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct Mention(int Concept, bool IsFix, int Start, int End);
