using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Patterns.Curation;
using Postmortems.Domain.Timeline;

namespace Postmortems.Domain.Patterns;

internal sealed class PatternMemberMapping : IEntityTypeConfiguration<PatternMember>, IEntityTypeConfiguration<PatternLedgerEntry>
{
    private const string OneStatement = "statement_id = coalesce(cause_id, entry_id) AND num_nonnulls(cause_id, entry_id) = 1";

    public void Configure(EntityTypeBuilder<PatternMember> member)
    {
        member.ToTable(table => table.HasCheckConstraint("ck_pattern_members_one_statement", OneStatement));

        // A statement stands in one pattern at most.
        member.HasKey(m => m.StatementId);
        member.HasOne<Pattern>().WithMany().HasForeignKey(m => m.PatternId);
        member.HasOne<Cause>().WithMany().HasForeignKey(m => m.CauseId).OnDelete(DeleteBehavior.Cascade);
        member.HasOne<TimelineEntry>().WithMany().HasForeignKey(m => m.EntryId).OnDelete(DeleteBehavior.Cascade);
        member.HasIndex(m => new { m.PatternId, m.SeenAt });
        member.HasIndex(m => m.CauseId).IsUnique();
        member.HasIndex(m => m.EntryId).IsUnique();
    }

    public void Configure(EntityTypeBuilder<PatternLedgerEntry> entry)
    {
        entry.ToTable("PatternLedger", table => table.HasCheckConstraint("ck_pattern_ledger_one_statement", OneStatement));
        entry.Property(e => e.Engine).HasMaxLength(40);
        entry.Property(e => e.Reason).HasMaxLength(Pattern.LongestReason);
        entry.HasOne<Pattern>().WithMany().HasForeignKey(e => e.PatternId);
        entry.HasOne<Cause>().WithMany().HasForeignKey(e => e.CauseId).OnDelete(DeleteBehavior.Cascade);
        entry.HasOne<TimelineEntry>().WithMany().HasForeignKey(e => e.EntryId).OnDelete(DeleteBehavior.Cascade);
        entry.HasIndex(e => new { e.PatternId, e.At, e.Id }).IsDescending(false, true, true);

        // Recomputation reads only what people said.
        entry.HasIndex(e => new { e.StatementId, e.At }).HasFilter("by IS NOT NULL");
    }
}
