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

    /// <summary>Of days in documents that name no year anywhere; null keeps them as they are written.</summary>
    public int? Year { get; private set; }

    /// <summary>When and by whom it was accepted; from then on its documents are stored, however long it takes.</summary>
    public DateTimeOffset? BegunAt { get; private set; }

    public Guid? BegunBy { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    /// <summary>When somebody decided against what is not stored by then: all of it, or the rest of an import that was under way.</summary>
    public DateTimeOffset? DiscardedAt { get; private set; }

    /// <summary>Waits for a look.</summary>
    public bool IsOpen => BegunAt is null && ConfirmedAt is null && DiscardedAt is null;

    /// <summary>Accepted, and not all of it is stored.</summary>
    public bool IsRunning => BegunAt is not null && ConfirmedAt is null && DiscardedAt is null;

    /// <summary>Accepted, stopped before all of it was stored, and able to go on.</summary>
    public bool IsStopped => BegunAt is not null && ConfirmedAt is null && DiscardedAt is not null;

    /// <exception cref="RuleBrokenException">No such zone or year; nothing is taken then.</exception>
    public void Tell(ToldForAll told)
    {
        TellYear(told.Year);
        TellZone(told.Zone);
    }

    private void TellZone(string? zone)
    {
        if (zone is not null)
        {
            Zones.Get(zone);
        }

        Zone = zone;
    }

    private void TellYear(int? year)
    {
        if (year is < 1990 or > 2100)
        {
            throw new RuleBrokenException("import/year", "Tell a year between 1990 and 2100, or leave it empty to keep days as they are written.");
        }

        Year = year;
    }

    /// <summary>Once it has begun, all its documents are stored with the answers that were given first.</summary>
    public void Begin(Guid by, ToldForAll told, DateTimeOffset at)
    {
        MustNotBeDiscarded();

        if (BegunAt is null)
        {
            Tell(told);
            BegunBy = by;
            BegunAt = at;
        }
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
        if (ConfirmedAt is not null || BegunAt is not null)
        {
            throw new RuleBrokenException("import/confirmed", "This import was accepted. Delete single postmortems where you do not want them.");
        }

        DiscardedAt ??= at;
    }

    /// <summary>What is stored stays; the rest waits until somebody goes on.</summary>
    public void Stop(DateTimeOffset at)
    {
        if (BegunAt is null)
        {
            throw new RuleBrokenException("import/not-begun", "This import has not begun. Discard it if you do not want it.");
        }

        if (ConfirmedAt is null)
        {
            DiscardedAt ??= at;
        }
    }

    public void GoOn()
    {
        if (IsStopped)
        {
            DiscardedAt = null;
        }
    }
}

internal sealed class ImportBatchMapping : IEntityTypeConfiguration<ImportBatch>
{
    public void Configure(EntityTypeBuilder<ImportBatch> batch)
    {
        batch.Property(b => b.Zone).HasMaxLength(64);
        batch.Property<uint>("Version").IsRowVersion();
        batch.Ignore(b => b.IsOpen);
        batch.Ignore(b => b.IsRunning);
        batch.Ignore(b => b.IsStopped);
        batch.HasOne<User>().WithMany().HasForeignKey(b => b.BegunBy);
        batch.HasOne<User>().WithMany().HasForeignKey(b => b.CreatedBy);
        batch.HasIndex(b => b.CreatedAt).HasFilter("confirmed_at IS NULL AND discarded_at IS NULL");
    }
}
