using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.ImportExport;

/// <summary>Documents that somebody dropped together, waiting for a look and one confirmation.</summary>
public sealed class ImportBatch
{
    private ImportBatch()
    {
    }

    public ImportBatch(Guid by, DateTimeOffset at)
    {
        CreatedBy = by;
        CreatedAt = at;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? ConfirmedAt { get; private set; }

    public DateTimeOffset? DiscardedAt { get; private set; }

    public void Confirm(DateTimeOffset at) => ConfirmedAt ??= at;

    public void Discard(DateTimeOffset at) => DiscardedAt ??= at;
}

/// <summary>One document of a batch: its text as it came, and the postmortem that it became.</summary>
public sealed class ImportFile
{
    public const int LongestName = 500;

    private ImportFile()
    {
    }

    /// <param name="fingerprint">SHA-256 of the text, so that the same document is imported once.</param>
    public ImportFile(Guid batchId, string name, string text, string fingerprint, int order)
    {
        BatchId = batchId;
        Name = name;
        Text = text;
        Fingerprint = fingerprint;
        Order = order;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid BatchId { get; private set; }

    public string Name { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string Fingerprint { get; private set; } = "";

    public int Order { get; private set; }

    public bool IsLeftOut { get; private set; }

    public Guid? PostmortemId { get; private set; }

    public void LeaveOut(bool leaveOut) => IsLeftOut = leaveOut;

    public void Became(Guid postmortemId) => PostmortemId = postmortemId;
}

internal sealed class ImportMapping : IEntityTypeConfiguration<ImportBatch>, IEntityTypeConfiguration<ImportFile>
{
    public void Configure(EntityTypeBuilder<ImportBatch> batch)
    {
        batch.Property<uint>("Version").IsRowVersion();
        batch.HasOne<User>().WithMany().HasForeignKey(b => b.CreatedBy);
    }

    public void Configure(EntityTypeBuilder<ImportFile> file)
    {
        file.Property(f => f.Name).HasMaxLength(ImportFile.LongestName);
        file.HasOne<ImportBatch>().WithMany().HasForeignKey(f => f.BatchId);
        file.HasOne<Postmortem>().WithMany().HasForeignKey(f => f.PostmortemId);
        file.HasIndex(f => new { f.BatchId, f.Order });

        // Importing the same document twice finds the first one by this.
        file.HasIndex(f => f.Fingerprint).IsUnique().HasFilter("postmortem_id IS NOT NULL");
    }
}
