using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Reviews;
using Postmortems.Domain.Writing.Together;

namespace Postmortems.Domain.Writing;

internal sealed class PostmortemMapping :
    IEntityTypeConfiguration<Postmortem>,
    IEntityTypeConfiguration<PostmortemIncident>,
    IEntityTypeConfiguration<Document>,
    IEntityTypeConfiguration<DocumentVersion>,
    IEntityTypeConfiguration<DocumentChange>,
    IEntityTypeConfiguration<KeptText>,
    IEntityTypeConfiguration<Amendment>
{
    public void Configure(EntityTypeBuilder<Postmortem> postmortem)
    {
        postmortem.Property(p => p.Number).UseIdentityByDefaultColumn();
        postmortem.Property(p => p.Title).HasMaxLength(Postmortem.LongestTitle);
        postmortem.Property(p => p.Template).HasMaxLength(40);
        postmortem.ComplexProperty(p => p.Review);
        postmortem.ComplexProperty(p => p.Publication);
        postmortem.ComplexProperty(p => p.Deletion);
        postmortem.Property<uint>("Version").IsRowVersion();
        postmortem.Ignore(p => p.State);
        postmortem.HasMany(p => p.Incidents).WithOne().HasForeignKey(i => i.PostmortemId);
        postmortem.HasOne<User>().WithMany().HasForeignKey(p => p.OwnerId);
        postmortem.HasOne<User>().WithMany().HasForeignKey(p => p.FacilitatorId);
        postmortem.HasIndex(p => p.Number).IsUnique();

        // Home asks for what is still being written, and for what was published last.
        postmortem.HasIndex(p => new { p.CreatedAt, p.Number }).IsDescending().HasFilter("publication_at IS NULL AND deletion_at IS NULL");
    }

    public void Configure(EntityTypeBuilder<PostmortemIncident> about)
    {
        about.HasKey(a => new { a.PostmortemId, a.IncidentId });
        about.HasOne<Incident>().WithMany().HasForeignKey(a => a.IncidentId);
    }

    public void Configure(EntityTypeBuilder<Document> document)
    {
        document.HasKey(d => d.PostmortemId);
        document.Property(d => d.Version).IsConcurrencyToken();
        document.Ignore(d => d.Current);
        document.HasIndex(d => d.WrittenAt).HasFilter("version > kept_version");
        document.HasOne<Postmortem>().WithOne().HasForeignKey<Document>(d => d.PostmortemId);
    }

    public void Configure(EntityTypeBuilder<DocumentVersion> version)
    {
        version.HasKey(v => new { v.PostmortemId, v.Version });
        version.HasOne<Postmortem>().WithMany().HasForeignKey(v => v.PostmortemId);
    }

    public void Configure(EntityTypeBuilder<DocumentChange> change)
    {
        change.HasKey(c => new { c.PostmortemId, c.Version });
        change.HasIndex(c => new { c.PostmortemId, c.Client, c.Sequence }).IsUnique();
        change.HasOne<Postmortem>().WithMany().HasForeignKey(c => c.PostmortemId);
    }

    public void Configure(EntityTypeBuilder<KeptText> kept)
    {
        kept.HasOne<Postmortem>().WithMany().HasForeignKey(k => k.PostmortemId);
        kept.HasIndex(k => new { k.PostmortemId, k.By }).HasFilter("settled_at IS NULL");
    }

    public void Configure(EntityTypeBuilder<Amendment> amendment)
    {
        amendment.Property(a => a.Note).HasMaxLength(Amendment.LongestNote);
        amendment.HasOne<Postmortem>().WithMany().HasForeignKey(a => a.PostmortemId);
        amendment.HasIndex(a => new { a.PostmortemId, a.At });
    }
}
