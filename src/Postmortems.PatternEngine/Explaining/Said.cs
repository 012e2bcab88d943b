using Postmortems.PatternEngine.Weights;

namespace Postmortems.PatternEngine.Explaining;

/// <summary>A statement and how it was weighed.</summary>
internal sealed record Said(Statement Statement, Vector Vector);
