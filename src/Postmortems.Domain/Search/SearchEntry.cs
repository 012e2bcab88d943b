using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using NpgsqlTypes;

namespace Postmortems.Domain.Search;

/// <summary>
/// What search finds: one row for an incident, postmortem, timeline entry, cause, action item, service or pattern, several for a long document.
/// Triggers in the database keep it true to its source, whoever writes there.
/// </summary>
public sealed class SearchEntry
{
    private SearchEntry()
    {
    }

    /// <summary>The thing found.</summary>
    public Guid SubjectId { get; private set; }

    /// <summary>incident, postmortem, timeline-entry, cause, action-item, service or pattern.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>Zero, or counting up through a long document.</summary>
    public int Part { get; private set; }

    /// <summary>The number of the page that shows it: the incident's, postmortem's, action item's or pattern's.</summary>
    public int Number { get; private set; }

    /// <summary>Counts most. Empty for a timeline entry, which has a text only.</summary>
    public string Title { get; private set; } = "";

    public string Body { get; private set; } = "";

    /// <summary>Of the incident that it belongs to; null where there is none.</summary>
    public string? Severity { get; private set; }

    /// <summary>Draft, InReview or Published of a postmortem and its causes; Open to Declined of an action item; null elsewhere.</summary>
    public string? State { get; private set; }

    /// <summary>Orders results by age: when the incident that it belongs to is listed, or when it was made where it belongs to none.</summary>
    public DateTimeOffset At { get; private set; }

    public List<Guid> ServiceIds { get; private set; } = [];

    public NpgsqlTsVector Words { get; private set; } = null!;
}

internal sealed class SearchEntryMapping : IEntityTypeConfiguration<SearchEntry>
{
    public void Configure(EntityTypeBuilder<SearchEntry> entry)
    {
        entry.ToTable("SearchEntries");
        entry.HasKey(e => new { e.SubjectId, e.Part });
        entry.HasIndex(e => e.Words).HasMethod("gin");
        entry.HasIndex(e => e.ServiceIds).HasMethod("gin");
        entry.HasIndex(e => new { e.At, e.SubjectId, e.Part }).IsDescending();
    }
}
