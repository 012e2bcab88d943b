namespace Postmortems.PatternEngine.Recurrence;

/// <summary>From where to where a figure may lie. High is positive infinity where nothing bounds it.</summary>
public sealed record Interval(double Low, double High);
