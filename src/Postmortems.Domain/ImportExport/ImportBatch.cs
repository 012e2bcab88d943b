using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;

namespace Postmortems.Domain.ImportExport;

/// <summary>Documents that somebody dropped together, waiting for a look and one confirmation.</summary>
public sealed class ImportBatch
{
    private ImportBatch()
    {
    }

    /// <param name="id">Made when the form was shown, so that sending it twice makes one batch.</param>
    public ImportBatch(Guid id, Guid by, DateTimeOffset at)
    {
        Id = id;
        CreatedBy = by;
        CreatedAt = at;
    }

    public Guid Id { get; private set; }

    public Guid CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>IANA zone of all times that name none; null keeps them as they are written.</summary>
    public string? Zone { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    public DateTimeOffset? DiscardedAt { get; private set; }

    public bool IsOpen => ConfirmedAt is null && DiscardedAt is null;

    /// <exception cref="RuleBrokenException">No zone has this name.</exception>
    public void TellZone(string? zone)
    {
        if (zone is not null)
        {
            Zones.Get(zone);
        }

        Zone = zone;
    }

    public void MustNotBeDiscarded()
    {
        if (DiscardedAt is not null)
        {
            throw new RuleBrokenException("import/discarded", "This import was discarded. Drop the documents again.");
        }
    }

    public void Confirm(DateTimeOffset at)
    {
        MustNotBeDiscarded();
        ConfirmedAt ??= at;
    }

    public void Discard(DateTimeOffset at)
    {
        if (ConfirmedAt is not null)
        {
            throw new RuleBrokenException("import/confirmed", "This import is done. Delete single postmortems where you do not want them.");
        }

        DiscardedAt ??= at;
    }
}

internal sealed class ImportBatchMapping : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> batch)
    {
        batch.Property(b => b.Zone).HasMaxLength(64);
        batch.Property<uint>("Version").IsRowVersion();
        batch.Ignore(b => b.IsOpen);
        batch.HasOne<User>().WithMany().HasForeignKey(b => b.CreatedBy);
        batch.HasIndex(b => b.CreatedAt).HasFilter("confirmed_at IS NULL AND discarded_at IS NULL");
    }
}
