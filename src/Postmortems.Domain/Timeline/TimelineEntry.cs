using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Postmortems.Domain.Incidents;

namespace Postmortems.Domain.Timeline;

/// <summary>One event of an incident: when, what, and how we know.</summary>
public sealed class TimelineEntry
{
    public const int LongestText = 4000;
    public const int LongestEvidence = 2000;

    private TimelineEntry()
    {
    }

    /// <param name="when">Null when nobody knows the instant; then <paramref name="asWritten"/> keeps what was said.</param>
    /// <param name="zone">IANA zone in which the time was told.</param>
    /// <param name="id">Made by the form that tells it, so that sending it twice tells it once.</param>
    /// <param name="order">Parts entries of the same instant, in the order in which they were told.</param>
    public TimelineEntry(Guid incidentId, TimePoint? when, string zone, string text, int order, Guid by, DateTimeOffset at, string? asWritten = null, Guid? id = null)
    {
        Id = id ?? Id;
        IncidentId = incidentId;
        Order = order;
        CreatedBy = by;
        CreatedAt = at;
        AsWritten = asWritten?.Trim();
        Tell(when, zone, EntryKind.Event, text, Basis.Observed, evidence: "");
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid IncidentId { get; private set; }

    public TimePoint? When { get; private set; }

    public string Zone { get; private set; } = "";

    /// <summary>The time as the source told it, kept when it could not be made an instant.</summary>
    public string? AsWritten { get; private set; }

    public int Order { get; private set; }

    public EntryKind Kind { get; private set; }

    public string Text { get; private set; } = "";

    public Basis Basis { get; private set; }

    /// <summary>A link or a sentence that shows it.</summary>
    public string Evidence { get; private set; } = "";

    public FixStep? Fix { get; private set; }

    public Guid CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public Deletion? Deletion { get; private set; }

    public void Tell(TimePoint? when, string zone, EntryKind kind, string text, Basis basis, string evidence)
    {
        if (Refusal(text, evidence) is { } refusal)
        {
            throw refusal;
        }

        When = when;
        Zone = zone;
        Kind = kind;
        Text = text.Trim();
        Basis = basis;
        Evidence = evidence.Trim();
        Fix = kind == EntryKind.Fix ? Fix : null;
    }

    /// <returns>Null when an entry may say this.</returns>
    internal static RuleBrokenException? Refusal(string text, string evidence)
    {
        if (text.Length > LongestText || evidence.Length > LongestEvidence)
        {
            return new RuleBrokenException("timeline/too-long", $"Keep an entry within {LongestText} characters; a document has room for more.");
        }

        return string.IsNullOrWhiteSpace(text) ? new RuleBrokenException("timeline/empty", "Say what happened at this time.") : null;
    }

    /// <summary>Says that this entry changed the system to end the impact.</summary>
    public void Fixes(FixStep fix)
    {
        if (!FixKind.Exists(fix.Kind))
        {
            throw new RuleBrokenException("timeline/fix-kind", "Choose what kind of fix this was.");
        }

        Kind = EntryKind.Fix;
        Fix = fix;
    }

    public void Delete(Guid by, DateTimeOffset at) => Deletion ??= new Deletion(by, at);

    public void Restore() => Deletion = null;
}

internal sealed class TimelineEntryMapping : IEntityTypeConfiguration<TimelineEntry>
{
    public void Configure(EntityTypeBuilder<TimelineEntry> entry)
    {
        entry.Property(e => e.Text).HasMaxLength(TimelineEntry.LongestText);
        entry.Property(e => e.Evidence).HasMaxLength(TimelineEntry.LongestEvidence);
        entry.Property(e => e.Zone).HasMaxLength(64);
        entry.ComplexProperty(e => e.When);
        entry.ComplexProperty(e => e.Fix);
        entry.ComplexProperty(e => e.Deletion);
        entry.Property<uint>("Version").IsRowVersion();
        entry.HasOne<Incident>().WithMany().HasForeignKey(e => e.IncidentId);
        entry.HasIndex(e => new { e.IncidentId, e.Order });
    }
}
