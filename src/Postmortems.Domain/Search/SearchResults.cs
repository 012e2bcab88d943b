using Postmortems.Domain.Incidents;

namespace Postmortems.Domain.Search;

/// <summary>One page of what was found.</summary>
public sealed record SearchResults(IReadOnlyList<FoundRow> Rows)
{
    /// <summary>Common words are ranked among their newest hits only: ranking a million costs seconds and helps nobody.</summary>
    public const int MostRanked = 1000;

    public static readonly SearchResults Nothing = new([]);

    /// <summary>How many things were found in all, or among the newest hits where there are more.</summary>
    public int Count { get; init; }

    /// <summary>There are older hits that were not ranked.</summary>
    public bool IsCapped { get; init; }

    /// <summary>Key of the next page; null on the last one.</summary>
    public string? Next { get; init; }

    /// <summary>The words ask for one thing by its number, and it exists.</summary>
    public Reference? Jump { get; init; }

    /// <summary>Other words that do find something, when these found nothing.</summary>
    public string? DidYouMean { get; init; }

    /// <summary>The words are such as "the", which every text has.</summary>
    public bool IsTooCommon { get; init; }

    /// <summary>It would have taken too long. More words or a filter help.</summary>
    public bool IsTooBroad { get; init; }
}

/// <summary>One thing found, with the words that matched between marks.</summary>
/// <param name="Number">The number of the page that shows it; zero for a service.</param>
/// <param name="Title">Empty for a timeline entry.</param>
/// <param name="State">Of a postmortem, its causes, or an action item.</param>
/// <param name="At">Null when nobody told when the incident happened; the day on which it was written down says nothing about that.</param>
/// <param name="Parent">What it belongs to, for a timeline entry, cause or action item.</param>
public sealed record FoundRow(
    Guid SubjectId,
    string Kind,
    int Number,
    Excerpt Title,
    Excerpt Text,
    Severity? Severity,
    string? State,
    DateTimeOffset? At,
    IReadOnlyList<string> Services,
    ParentOfFound? Parent);

public sealed record ParentOfFound(string Kind, int Number, string Title);
