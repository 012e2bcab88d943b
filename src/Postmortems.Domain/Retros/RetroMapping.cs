using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Patterns;

namespace Postmortems.Domain.Retros;

internal sealed class RetroMapping :
    IEntityTypeConfiguration<Retro>, IEntityTypeConfiguration<RetroCard>, IEntityTypeConfiguration<RetroVote>,
    IEntityTypeConfiguration<RetroComment>, IEntityTypeConfiguration<RetroSeat>, IEntityTypeConfiguration<RetroPulse>
{
    public void Configure(EntityTypeBuilder<Retro> retro)
    {
        retro.Property(r => r.Number).UseIdentityByDefaultColumn();
        retro.Property(r => r.Group).HasMaxLength(Retro.LongestGroup).HasColumnName("group_name");
        retro.Property(r => r.Zone).HasMaxLength(80);
        retro.Property(r => r.WheelDetail).HasMaxLength(Retro.LongestNote);
        retro.Property(r => r.Unknowns).HasMaxLength(Retro.LongestNote);
        retro.ComplexProperty(r => r.Wheel);
        retro.ComplexProperty(r => r.Quality);
        retro.ComplexProperty(r => r.Run, run => run.Ignore(r => r.Place));
        retro.ComplexProperty(r => r.Closing);
        retro.Ignore(r => r.State);
        retro.Property<uint>("Version").IsRowVersion();
        retro.HasIndex(r => r.Number).IsUnique();
        retro.HasIndex(r => new { r.MeetsAt, r.Number }).IsDescending();
    }

    public void Configure(EntityTypeBuilder<RetroCard> card)
    {
        card.Property<uint>("Version").IsRowVersion();
        card.ComplexProperty(c => c.Decision, decision =>
        {
            decision.Property(d => d.Words).HasMaxLength(RetroCard.LongestWords);
            decision.Property(d => d.Dissent).HasMaxLength(RetroCard.LongestWords);
        });
        card.HasOne<Retro>().WithMany().HasForeignKey(c => c.RetroId);
        card.HasOne<Pattern>().WithMany().HasForeignKey(c => c.PatternId).OnDelete(DeleteBehavior.Cascade);
        card.HasOne<ActionItem>().WithMany().HasForeignKey(c => c.ActionItemId).OnDelete(DeleteBehavior.Cascade);
        card.HasIndex(c => new { c.RetroId, c.Part, c.PatternId, c.ActionItemId }).IsUnique().AreNullsDistinct(false);
    }

    public void Configure(EntityTypeBuilder<RetroVote> vote)
    {
        vote.HasKey(v => new { v.CardId, v.PersonId });
        vote.HasOne<RetroCard>().WithMany().HasForeignKey(v => v.CardId);
        vote.HasOne<User>().WithMany().HasForeignKey(v => v.PersonId);
    }

    public void Configure(EntityTypeBuilder<RetroComment> comment)
    {
        comment.Property(c => c.Id).ValueGeneratedNever();
        comment.Property(c => c.Text).HasMaxLength(RetroComment.LongestText);
        comment.HasOne<Retro>().WithMany().HasForeignKey(c => c.RetroId);
        comment.HasOne<RetroCard>().WithMany().HasForeignKey(c => c.CardId).OnDelete(DeleteBehavior.Cascade);
        comment.HasOne<User>().WithMany().HasForeignKey(c => c.By);
    }

    public void Configure(EntityTypeBuilder<RetroSeat> seat)
    {
        seat.HasKey(s => new { s.RetroId, s.PersonId });
        seat.HasOne<Retro>().WithMany().HasForeignKey(s => s.RetroId);
        seat.HasOne<User>().WithMany().HasForeignKey(s => s.PersonId);
    }

    public void Configure(EntityTypeBuilder<RetroPulse> pulse)
    {
        pulse.HasKey(p => p.RetroId);
        pulse.HasOne<Retro>().WithOne().HasForeignKey<RetroPulse>(p => p.RetroId);
    }
}
