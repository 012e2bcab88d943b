using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Postmortems.Domain.Patterns;

internal sealed class PatternMapping : IEntityTypeConfiguration<Pattern>
{
    public void Configure(EntityTypeBuilder<Pattern> pattern)
    {
        pattern.Property(p => p.Number).UseIdentityByDefaultColumn();
        pattern.Property(p => p.Name).HasMaxLength(Pattern.LongestName);
        pattern.Property(p => p.OwnerTeam).HasMaxLength(80);
        pattern.Property(p => p.Definition).HasMaxLength(Pattern.LongestDefinition);
        pattern.ComplexProperty(p => p.Automation, automation =>
        {
            automation.Property(a => a.StoppedBy).HasMaxLength(Automation.LongestAnswer);
            automation.Property(a => a.SeenBy).HasMaxLength(Automation.LongestAnswer);
            automation.Property(a => a.WrongPremise).HasMaxLength(Automation.LongestAnswer);
        });
        pattern.ComplexProperty(p => p.Confirmation);
        pattern.ComplexProperty(p => p.Dismissal, dismissal => dismissal.Property(d => d.Reason).HasMaxLength(Pattern.LongestReason));
        pattern.ComplexProperty(p => p.Acceptance, acceptance => acceptance.Property(a => a.Reason).HasMaxLength(Pattern.LongestReason));
        pattern.ComplexProperty(p => p.Weighed);
        pattern.ComplexProperty(p => p.Reopening);
        pattern.Ignore(p => p.State);

        // Not the row's own version: weighing all patterns again must not refuse what somebody is writing about one of them.
        pattern.Property(p => p.Version).HasConversion<long>().IsConcurrencyToken();
        pattern.HasIndex(p => p.Number).IsUnique();
        pattern.HasOne<Pattern>().WithMany().HasForeignKey(p => p.MergedIntoId).OnDelete(DeleteBehavior.SetNull);
        pattern.HasOne<Pattern>().WithMany().HasForeignKey(p => p.SplitFromId).OnDelete(DeleteBehavior.SetNull);

        // The ranking pages by this key.
        pattern.HasIndex(p => new { p.Weight, p.PostmortemCount, p.Number }).IsDescending(true, true, false).HasFilter("faded_at IS NULL");
    }
}
