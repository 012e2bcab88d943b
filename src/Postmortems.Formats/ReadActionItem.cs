namespace Postmortems.Formats;

/// <summary>One promise of the document.</summary>
public sealed record ReadActionItem
{
    /// <summary>Markdown of one line, without checkbox, owner column and link column.</summary>
    public required string Title { get; init; }

    public string? Owner { get; init; }

    public DateOnly? Due { get; init; }

    /// <summary>One of <c>open</c>, <c>in-progress</c>, <c>done</c>, <c>wont-do</c>, in files of this product also <c>verified</c>; null when not stated.</summary>
    public string? Status { get; init; }

    /// <summary>As written: <c>prevent</c>, <c>mitigate</c>, <c>process</c>…; null when not stated.</summary>
    public string? Type { get; init; }

    public string? Priority { get; init; }

    /// <summary>First web address of the item.</summary>
    public string? Link { get; init; }

    /// <summary>The end state that somebody else can check; only files of this product state it, as the two below.</summary>
    public string? DoneWhen { get; init; }

    /// <summary>What shows that it is done, or why it will not be.</summary>
    public string? Outcome { get; init; }

    /// <summary>The causes that it is to remove, the first is 1.</summary>
    public IReadOnlyList<int> Addresses { get; init; } = [];

    public required LineSpan Lines { get; init; }
}
