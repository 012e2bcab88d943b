namespace Postmortems.Formats;

/// <summary>What a reader found in one document. Everything but the body may be missing; nothing is made up.</summary>
public sealed record ReadDocument
{
    /// <summary>The name as given, which may hold folders.</summary>
    public required string File { get; init; }

    /// <summary>One of <c>markdown</c>, <c>html</c>, <c>text</c>, <c>json</c>.</summary>
    public required string Format { get; init; }

    /// <summary>Plain text without markup, on one line; from the front matter, the first heading or the file name.</summary>
    public string? Title { get; init; }

    /// <summary>What the incident is called where it is not called as the postmortem; only files of this product say so.</summary>
    public string? IncidentTitle { get; init; }

    /// <summary>The day of the incident, or of publication where the text states no other.</summary>
    public DateOnly? Date { get; init; }

    /// <summary>Whether days are stated, but no year anywhere.</summary>
    public bool LacksYear { get; init; }

    /// <summary>As written (<c>SEV-2</c>, <c>P1</c>, <c>High</c>), at most 40 characters.</summary>
    public string? Severity { get; init; }

    /// <summary>IANA name of the zone that holds for the whole document, or null when none is stated.</summary>
    public string? Zone { get; init; }

    /// <summary>Authors, responders and attendees in the order of the text, each once.</summary>
    public IReadOnlyList<string> People { get; init; } = [];

    /// <summary>Services named in the front matter, a table of facts or a section of their own.</summary>
    public IReadOnlyList<string> Services { get; init; } = [];

    public ReadTimes Times { get; init; } = new();

    /// <summary>When users were affected, where the document says so by times; only files of this product do.</summary>
    public IReadOnlyList<ReadWindow> Windows { get; init; } = [];

    /// <summary>Markdown below each recognised heading, by a key of <see cref="SectionKeys"/>, in the order of the text.</summary>
    public IReadOnlyDictionary<string, string> Sections { get; init; } = new Dictionary<string, string>();

    public IReadOnlyList<ReadEntry> Timeline { get; init; } = [];

    public IReadOnlyList<ReadCause> Causes { get; init; } = [];

    public IReadOnlyList<ReadActionItem> ActionItems { get; init; } = [];

    /// <summary>The whole document as Markdown: every non-blank line of the source is in it.</summary>
    public required string Body { get; init; }

    /// <summary>Where a field came from, by its name (<c>title</c>, <c>date</c>, <c>severity</c>, <c>zone</c>,
    /// <c>people</c>, <c>services</c>) or by <c>sections.</c> and the section's key.</summary>
    public IReadOnlyDictionary<string, LineSpan> Sources { get; init; } = new Dictionary<string, LineSpan>();

    /// <summary>Headed parts that no field holds; they are in the body alone.</summary>
    public IReadOnlyList<UnreadPart> Unread { get; init; } = [];

    /// <summary>One sentence each for the person who reviews the import.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];
}

/// <summary>Lines of the source as given, counted from 1, both ends included.</summary>
public sealed record LineSpan(int First, int Last);

/// <summary>From when until when users were affected.</summary>
public sealed record ReadWindow(ReadMoment From, ReadMoment? To, string Text);

/// <summary>A heading whose meaning was not recognised, with the lines of its part.</summary>
public sealed record UnreadPart(string Heading, LineSpan Lines);
