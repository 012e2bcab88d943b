using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Writing.Comments;

internal sealed class CommentMapping : IEntityTypeConfiguration<CommentThread>, IEntityTypeConfiguration<Comment>, IEntityTypeConfiguration<Mention>
{
    public void Configure(EntityTypeBuilder<CommentThread> thread)
    {
        thread.Property(t => t.Quote).HasMaxLength(CommentThread.LongestQuote);
        thread.ComplexProperty(t => t.Resolution);
        thread.HasOne<Postmortem>().WithMany().HasForeignKey(t => t.PostmortemId);
        thread.HasMany(t => t.Comments).WithOne().HasForeignKey(c => c.ThreadId);
        thread.HasIndex(t => new { t.PostmortemId, t.StartedAt });
    }

    public void Configure(EntityTypeBuilder<Comment> comment)
    {
        comment.Property(c => c.Text).HasMaxLength(Comment.LongestText);
        comment.ComplexProperty(c => c.Deletion);
        comment.Property<uint>("Version").IsRowVersion();
        comment.HasOne<User>().WithMany().HasForeignKey(c => c.By);
    }

    public void Configure(EntityTypeBuilder<Mention> mention)
    {
        mention.HasKey(m => new { m.CommentId, m.UserId });
        mention.HasOne<Comment>().WithMany().HasForeignKey(m => m.CommentId);
        mention.HasOne<User>().WithMany().HasForeignKey(m => m.UserId);
        mention.HasIndex(m => m.UserId);
    }
}
