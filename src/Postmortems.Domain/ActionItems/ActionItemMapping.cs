using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Causes;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.ActionItems;

internal sealed class ActionItemMapping : IEntityTypeConfiguration<ActionItem>, IEntityTypeConfiguration<ActionItemCause>
{
    public void Configure(EntityTypeBuilder<ActionItem> item)
    {
        item.Property(i => i.Number).UseIdentityByDefaultColumn();
        item.Property(i => i.Title).HasMaxLength(ActionItem.LongestTitle);
        item.Property(i => i.DoneWhen).HasMaxLength(ActionItem.LongestDoneWhen);
        item.Property(i => i.Link).HasMaxLength(ActionItem.LongestLink);
        item.Property(i => i.OwnerAsWritten).HasMaxLength(ActionItem.LongestOwnerAsWritten);
        item.ComplexProperty(i => i.Closure);
        item.ComplexProperty(i => i.Verification);
        item.ComplexProperty(i => i.Decline);
        item.ComplexProperty(i => i.Deletion);
        item.Property<uint>("Version").IsRowVersion();
        item.Ignore(i => i.State);
        item.Ignore(i => i.IsOpen);
        item.HasOne<Postmortem>().WithMany().HasForeignKey(i => i.PostmortemId);
        item.HasOne<User>().WithMany().HasForeignKey(i => i.OwnerId);
        item.HasMany(i => i.Causes).WithOne().HasForeignKey(c => c.ActionItemId);
        item.HasIndex(i => i.Number).IsUnique();

        // Words in titles are found by their beginnings, in any language.
        item.HasIndex(i => i.Title).HasMethod("gin").IsTsVectorExpressionIndex("simple");

        // What is settled is listed by when that was, newest first.
        item.HasIndex(i => new { i.SettledAt, i.Number }).IsDescending().HasFilter("settled_at IS NOT NULL AND deletion_at IS NULL");

        // The lists ask for open items by due date, of everybody or of one owner.
        item.HasIndex(i => new { i.Due, i.Number }).HasFilter("settled_at IS NULL AND deletion_at IS NULL");
        item.HasIndex(i => new { i.OwnerId, i.Due, i.Number }).HasFilter("settled_at IS NULL AND deletion_at IS NULL");
    }

    public void Configure(EntityTypeBuilder<ActionItemCause> serves)
    {
        serves.HasKey(s => new { s.ActionItemId, s.CauseId });
        serves.HasOne<Cause>().WithMany().HasForeignKey(s => s.CauseId);
    }
}
