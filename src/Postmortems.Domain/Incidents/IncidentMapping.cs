using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Postmortems.Domain.Services;

namespace Postmortems.Domain.Incidents;

internal sealed class IncidentMapping :
    IEntityTypeConfiguration<Incident>,
    IEntityTypeConfiguration<ImpactWindow>,
    IEntityTypeConfiguration<IncidentService>
{
    public void Configure(EntityTypeBuilder<Incident> incident)
    {
        incident.Property(i => i.Number).UseIdentityByDefaultColumn();
        incident.Property(i => i.Title).HasMaxLength(Incident.LongestTitle);
        incident.Property(i => i.Summary).HasMaxLength(Incident.LongestSummary);
        incident.Property(i => i.Zone).HasMaxLength(64);
        incident.ComplexProperty(i => i.Impact);
        incident.ComplexProperty(i => i.Detected);
        incident.ComplexProperty(i => i.Acknowledged);
        incident.ComplexProperty(i => i.Mitigated);
        incident.ComplexProperty(i => i.Resolved);
        incident.ComplexProperty(i => i.Deletion);
        incident.Property<uint>("Version").IsRowVersion();
        incident.Ignore(i => i.Times);
        incident.HasMany(i => i.Services).WithOne().HasForeignKey(s => s.IncidentId);
        incident.HasMany(i => i.ImpactWindows).WithOne().HasForeignKey(w => w.IncidentId);

        incident.HasIndex(i => i.Number).IsUnique();

        // What is deleted is little among much.
        incident.HasIndex(i => new { i.CreatedAt, i.Number }).HasFilter("deletion_at IS NOT NULL");

        // Words in titles are found by their beginnings, in any language.
        incident.HasIndex(i => i.Title).HasMethod("gin").IsTsVectorExpressionIndex("simple");

        // Lists page by this key, newest first, and never show what is deleted.
        incident.HasIndex(i => new { i.ListedAt, i.Number }).IsDescending().HasFilter("deletion_at IS NULL");
        incident.HasIndex(i => new { i.Severity, i.ListedAt, i.Number }).IsDescending(false, true, true).HasFilter("deletion_at IS NULL");
    }

    public void Configure(EntityTypeBuilder<ImpactWindow> window)
    {
        // A window found on an incident that is already stored is a new one, though it has its id.
        window.Property(w => w.Id).ValueGeneratedNever();
        window.Property(w => w.Text).HasMaxLength(ImpactWindow.LongestText);
        window.ComplexProperty(w => w.Began);
        window.ComplexProperty(w => w.Ended);
    }

    public void Configure(EntityTypeBuilder<IncidentService> affected)
    {
        affected.HasKey(a => new { a.IncidentId, a.ServiceId });
        affected.HasOne<Service>().WithMany().HasForeignKey(a => a.ServiceId);
    }
}
