namespace Postmortems.PatternEngine;

/// <summary>
/// One thing that people wrote: a cause, a fix step, or a whole document. Leaf, role and service are optional and
/// only nudge; people are never part of a statement.
/// </summary>
public sealed record Statement(
    string Id,
    string Text,
    string? Service = null,
    string? Leaf = null,
    string? Role = null,
    StatementKind Kind = StatementKind.Any)
{
    /// <summary>
    /// What it means, as numbers from outside: all of a set from one model and of one length. Optional; statements
    /// without it are compared by what they say alone.
    /// </summary>
    public ReadOnlyMemory<float> Meaning { get; init; }
}

/// <summary>
/// In a cause the words for fixes count little, and the other way round. Of a whole document the title and the beginning
/// are read, without timelines and tasks.
/// </summary>
public enum StatementKind
{
    Any,
    Cause,
    Fix,
    Document,
}
