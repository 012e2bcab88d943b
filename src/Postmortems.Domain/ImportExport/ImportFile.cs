using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Postmortems.Domain.Writing;

namespace Postmortems.Domain.ImportExport;

/// <summary>One document of a batch: its text as it came, and the postmortem that it became.</summary>
public sealed class ImportFile
{
    public const int LongestName = 500;

    /// <summary>In place of a fingerprint: a picture waits here for the documents that show it.</summary>
    public const string PictureMark = "picture";

    private ImportFile()
    {
    }

    /// <param name="fingerprint">SHA-256 of the text, so that the same document is imported once.</param>
    /// <param name="lacks">What the document leaves open about its times.</param>
    public ImportFile(Guid batchId, string name, int order, string text, string fingerprint, Lacks lacks, IEnumerable<string> warnings)
    {
        BatchId = batchId;
        Name = Shortened.To(name, LongestName);
        Order = order;
        Text = text;
        Fingerprint = fingerprint;
        LacksZone = lacks.HasFlag(Lacks.Zone);
        LacksYear = lacks.HasFlag(Lacks.Year);
        Warnings = [.. warnings];
    }

    /// <summary>A file that is no document. It is listed, so that nobody believes it was imported.</summary>
    public ImportFile(Guid batchId, string name, int order, string problem)
        : this(batchId, name, order, text: "", fingerprint: "", Lacks.Nothing, warnings: []) => Problem = problem;

    /// <summary>A picture, kept as text among the documents until they are stored or discarded.</summary>
    public ImportFile(Guid batchId, string name, int order, byte[] picture)
        : this(batchId, name, order, Convert.ToBase64String(picture), PictureMark, Lacks.Nothing, warnings: [])
    {
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid BatchId { get; private set; }

    public string Name { get; private set; } = "";

    public string Text { get; private set; } = "";

    public string Fingerprint { get; private set; } = "";

    public int Order { get; private set; }

    /// <summary>Some of its times name no zone.</summary>
    public bool LacksZone { get; private set; }

    /// <summary>Its days name no year.</summary>
    public bool LacksYear { get; private set; }

    public bool IsLeftOut { get; private set; }

    /// <summary>Why it was not imported, in a sentence.</summary>
    public string? Problem { get; private set; }

    /// <summary>What to know about how it was read.</summary>
    public List<string> Warnings { get; private set; } = [];

    public Guid? PostmortemId { get; private set; }

    /// <summary>The postmortem that the same text became earlier.</summary>
    public Guid? SameAsId { get; private set; }

    public byte[] ToPicture() => Convert.FromBase64String(Text);

    public void LeaveOut(bool leaveOut) => IsLeftOut = leaveOut;

    public void Became(Guid postmortemId, IEnumerable<string> warnings)
    {
        PostmortemId = postmortemId;
        Warnings = [.. Warnings, .. warnings];
        Problem = null;
    }

    public void IsTheSameAs(Guid postmortemId) => SameAsId = postmortemId;

    public void Failed(string problem) => Problem = problem;
}

internal static class ImportFiles
{
    /// <summary>Whatever came in a batch but pictures that its documents show.</summary>
    public static IQueryable<ImportFile> DocumentsOf(this PostmortemsDb db, Guid batchId) => db.ImportFiles.Where(f => f.BatchId == batchId && f.Fingerprint != ImportFile.PictureMark);

    public static IQueryable<ImportFile> PicturesOf(this PostmortemsDb db, Guid batchId) => db.ImportFiles.Where(f => f.BatchId == batchId && f.Fingerprint == ImportFile.PictureMark);
}

/// <summary>What a document leaves open about its times.</summary>
[Flags]
public enum Lacks
{
    Nothing = 0,
    Zone = 1,
    Year = 2,
}

internal sealed class ImportFileMapping : IEntityTypeConfiguration<ImportFile>
{
    public void Configure(EntityTypeBuilder<ImportFile> file)
    {
        file.Property(f => f.Name).HasMaxLength(ImportFile.LongestName);
        file.HasOne<ImportBatch>().WithMany().HasForeignKey(f => f.BatchId);
        file.HasOne<Postmortem>().WithMany().HasForeignKey(f => f.PostmortemId);
        file.HasOne<Postmortem>().WithMany().HasForeignKey(f => f.SameAsId);
        file.HasIndex(f => new { f.BatchId, f.Order });

        // Importing the same document twice finds the first one by this.
        file.HasIndex(f => f.Fingerprint).IsUnique().HasFilter("postmortem_id IS NOT NULL");
    }
}
