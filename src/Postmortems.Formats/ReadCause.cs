namespace Postmortems.Formats;

/// <summary>One contributing factor.</summary>
/// <param name="Text">Markdown.</param>
/// <param name="Role">One of <c>trigger</c>, <c>root</c>, <c>contributing</c>; null when the heading does not say.</param>
public sealed record ReadCause(string Text, string? Role, LineSpan Lines);
