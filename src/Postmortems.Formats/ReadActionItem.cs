namespace Postmortems.Formats;

/// <summary>One promise of the document.</summary>
public sealed record ReadActionItem
{
    /// <summary>Markdown of one line, without checkbox, owner column and link column.</summary>
    public required string Title { get; init; }

    public string? Owner { get; init; }

    public DateOnly? Due { get; init; }

    /// <summary>One of <c>open</c>, <c>in-progress</c>, <c>done</c>, <c>wont-do</c>; null when not stated.</summary>
    public string? Status { get; init; }

    /// <summary>As written: <c>prevent</c>, <c>mitigate</c>, <c>process</c>…; null when not stated.</summary>
    public string? Type { get; init; }

    public string? Priority { get; init; }

    /// <summary>First web address of the item.</summary>
    public string? Link { get; init; }

    public required LineSpan Lines { get; init; }
}
