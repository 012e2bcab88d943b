namespace Postmortems.Formats;

/// <summary>One contributing factor.</summary>
/// <param name="Text">Markdown.</param>
/// <param name="Role">One of <c>trigger</c>, <c>root</c>, <c>contributing</c>, in files of this product one of its roles; null when the heading does not say.</param>
public sealed record ReadCause(string Text, string? Role, LineSpan Lines)
{
    /// <summary>How sure the writers are; only files of this product state it, as all below.</summary>
    public string? Confidence { get; init; }

    /// <summary>Code of the kind of cause.</summary>
    public string? Leaf { get; init; }

    public string? Service { get; init; }

    /// <summary>How it worked here.</summary>
    public string? Detail { get; init; }

    /// <summary>Entries of the timeline that show it, the first is 1.</summary>
    public IReadOnlyList<int> ShownBy { get; init; } = [];
}
