using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Postmortems.Domain.Ops;

/// <summary>Who did what to which thing, and when. Only ever added to; the database refuses to change or delete a row.</summary>
public sealed class AuditEntry
{
    private AuditEntry()
    {
    }

    /// <param name="actorId">Null when the product itself acted.</param>
    /// <param name="verb">Feature and verb, such as "incident/deleted".</param>
    public AuditEntry(Guid? actorId, string verb, Guid subjectId, string detail, DateTimeOffset at)
    {
        ActorId = actorId;
        Verb = verb;
        SubjectId = subjectId;
        Detail = detail;
        At = at;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid? ActorId { get; private set; }

    public string Verb { get; private set; } = "";

    public Guid SubjectId { get; private set; }

    public string Detail { get; private set; } = "";

    public DateTimeOffset At { get; private set; }
}

internal sealed class AuditEntryMapping : IEntityTypeConfiguration<AuditEntry>
{
    public void Configure(EntityTypeBuilder<AuditEntry> entry)
    {
        entry.ToTable("AuditLog");
        entry.Property(e => e.Verb).HasMaxLength(80);
        entry.HasIndex(e => new { e.At, e.Id }).IsDescending();
        entry.HasIndex(e => new { e.Verb, e.At, e.Id }).IsDescending(false, true, true);
        entry.HasIndex(e => e.SubjectId);
    }
}
