using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Postmortems.Domain.Patterns.Fixes;

/// <summary>One run that an automation reported. Without them nobody sees that its condition still occurs.</summary>
public sealed class AutomationRun
{
    public const int LongestRunId = 100;
    public const int LongestNote = 500;

    private AutomationRun()
    {
    }

    /// <param name="runId">The automation's own name for the run; a run that is reported twice is kept once.</param>
    public AutomationRun(Guid patternId, string runId, DateTimeOffset ranAt, RunOutcome outcome, string note, Guid by, DateTimeOffset at)
    {
        if (string.IsNullOrWhiteSpace(runId) || runId.Trim().Length > LongestRunId || runId.Any(char.IsControl))
        {
            throw new RuleBrokenException("automation-run/no-id", $"Send a runId of 1 to {LongestRunId} characters, the same whenever this run is reported again.");
        }

        if (ranAt > at.AddMinutes(5))
        {
            throw new RuleBrokenException("automation-run/in-future", "A run cannot have happened in the future. Check the clock and the zone of ranAt.");
        }

        PatternId = patternId;
        RunId = runId.Trim();
        RanAt = ranAt.ToUniversalTime();
        Outcome = outcome;
        Note = Shortened.To(note.Replace("\0", "", StringComparison.Ordinal).Trim(), LongestNote);
        ReportedBy = by;
        ReportedAt = at;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid PatternId { get; private set; }

    public string RunId { get; private set; } = "";

    public DateTimeOffset RanAt { get; private set; }

    public RunOutcome Outcome { get; private set; }

    public string Note { get; private set; } = "";

    public Guid ReportedBy { get; private set; }

    public DateTimeOffset ReportedAt { get; private set; }
}

public enum RunOutcome
{
    Worked,
    Failed,

    /// <summary>It looked, and its premise did not hold.</summary>
    DidNothing,
}

internal sealed class AutomationRunMapping : IEntityTypeConfiguration<AutomationRun>
{
    public void Configure(EntityTypeBuilder<AutomationRun> run)
    {
        run.Property(r => r.RunId).HasMaxLength(AutomationRun.LongestRunId);
        run.Property(r => r.Note).HasMaxLength(AutomationRun.LongestNote);
        run.HasOne<Pattern>().WithMany().HasForeignKey(r => r.PatternId);
        run.HasIndex(r => new { r.PatternId, r.RunId }).IsUnique();
        run.HasIndex(r => new { r.PatternId, r.RanAt });
    }
}
