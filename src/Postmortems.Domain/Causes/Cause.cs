using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Postmortems.Domain.Services;
using Postmortems.Domain.Timeline;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.Causes;

/// <summary>One contributing factor. It names a condition, never a person.</summary>
public sealed class Cause
{
    public const int LongestStatement = 1000;
    public const int LongestDetail = 4000;

    private readonly List<CauseEvidence> evidence = [];

    private Cause()
    {
    }

    /// <param name="id">Made by the form, so that sending it twice creates one cause.</param>
    public Cause(Guid postmortemId, string statement, CauseRole role, int order, Guid by, DateTimeOffset at, Guid? id = null)
    {
        Id = id ?? Id;
        PostmortemId = postmortemId;
        Order = order;
        CreatedBy = by;
        CreatedAt = at;
        State(statement, role, Confidence.Tentative, detail: "");
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid PostmortemId { get; private set; }

    public string Statement { get; private set; } = "";

    /// <summary>How it worked here, in the writers' words.</summary>
    public string Detail { get; private set; } = "";

    /// <summary>Code of a leaf of <see cref="Taxonomy"/>, or null while nobody has said.</summary>
    public string? Leaf { get; private set; }

    public CauseRole Role { get; private set; }

    public Confidence Confidence { get; private set; }

    public Guid? ServiceId { get; private set; }

    public int Order { get; private set; }

    public Guid CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public Deletion? Deletion { get; private set; }

    public IReadOnlyList<CauseEvidence> Evidence => evidence;

    public void State(string statement, CauseRole role, Confidence confidence, string detail)
    {
        if (string.IsNullOrWhiteSpace(statement))
        {
            throw new RuleBrokenException("cause/empty", "State the condition that contributed, in one sentence.");
        }

        if (statement.Trim().Length > LongestStatement || detail.Trim().Length > LongestDetail)
        {
            throw new RuleBrokenException("cause/too-long", $"A statement holds up to {LongestStatement} characters, how it worked up to {LongestDetail}.");
        }

        Statement = statement.Trim();
        Role = role;
        Confidence = confidence;
        Detail = detail.Trim();
    }

    public void Classify(string? leaf, Guid? serviceId)
    {
        if (leaf is not null && Taxonomy.Find(leaf) is null)
        {
            throw new RuleBrokenException("cause/leaf", "Choose a kind of cause from the list, or leave it open.");
        }

        Leaf = leaf;
        ServiceId = serviceId;
    }

    public void ShownBy(IEnumerable<Guid> timelineEntryIds)
    {
        var wanted = timelineEntryIds.ToHashSet();
        evidence.RemoveAll(e => !wanted.Contains(e.TimelineEntryId));
        evidence.AddRange(wanted.Except(evidence.Select(e => e.TimelineEntryId)).Select(id => new CauseEvidence(Id, id)).ToList());
    }

    public void PutAt(int order) => Order = order;

    public void Delete(Guid by, DateTimeOffset at) => Deletion ??= new Deletion(by, at);

    public void Restore() => Deletion = null;
}

/// <summary>That a timeline entry shows a cause.</summary>
public sealed record CauseEvidence(Guid CauseId, Guid TimelineEntryId);

internal sealed class CauseMapping : IEntityTypeConfiguration<Cause>, IEntityTypeConfiguration<CauseEvidence>
{
    public void Configure(EntityTypeBuilder<Cause> cause)
    {
        cause.Property(c => c.Statement).HasMaxLength(Cause.LongestStatement);
        cause.Property(c => c.Detail).HasMaxLength(Cause.LongestDetail);
        cause.Property(c => c.Leaf).HasMaxLength(60);
        cause.ComplexProperty(c => c.Deletion);
        cause.Property<uint>("Version").IsRowVersion();
        cause.HasOne<Postmortem>().WithMany().HasForeignKey(c => c.PostmortemId);
        cause.HasOne<Service>().WithMany().HasForeignKey(c => c.ServiceId);
        cause.HasMany(c => c.Evidence).WithOne().HasForeignKey(e => e.CauseId);
        cause.HasIndex(c => new { c.PostmortemId, c.Order });
    }

    public void Configure(EntityTypeBuilder<CauseEvidence> evidence)
    {
        evidence.HasKey(e => new { e.CauseId, e.TimelineEntryId });
        evidence.HasOne<TimelineEntry>().WithMany().HasForeignKey(e => e.TimelineEntryId);
    }
}
