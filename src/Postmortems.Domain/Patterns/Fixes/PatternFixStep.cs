using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Postmortems.Domain.Timeline;

namespace Postmortems.Domain.Patterns.Fixes;

/// <summary>That a fix step by hand belongs to a repeated fix, how strongly (0 to 1), and by which shared words.</summary>
public sealed class PatternFixStep
{
    private PatternFixStep()
    {
    }

    public PatternFixStep(Guid patternId, Guid entryId)
    {
        PatternId = patternId;
        EntryId = entryId;
    }

    public Guid PatternId { get; private set; }

    public Guid EntryId { get; private set; }

    public double Strength { get; private set; }

    public List<string> SharedTerms { get; private set; } = [];

    /// <summary>When its incident happened.</summary>
    public DateTimeOffset SeenAt { get; private set; }

    public void Measure(double strength, IEnumerable<string> sharedTerms, DateTimeOffset seenAt)
    {
        Strength = strength;
        SharedTerms = [.. sharedTerms];
        SeenAt = seenAt;
    }
}

internal sealed class PatternFixStepMapping : IEntityTypeConfiguration<PatternFixStep>
{
    public void Configure(EntityTypeBuilder<PatternFixStep> step)
    {
        step.HasKey(s => new { s.PatternId, s.EntryId });
        step.HasOne<Pattern>().WithMany().HasForeignKey(s => s.PatternId);
        step.HasOne<TimelineEntry>().WithMany().HasForeignKey(s => s.EntryId);

        // A fix step stands in one pattern at most.
        step.HasIndex(s => s.EntryId).IsUnique();
    }
}
