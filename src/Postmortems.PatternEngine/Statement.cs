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
    string? Role = null);
