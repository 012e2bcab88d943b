using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Writing.Attachments;

/// <summary>A picture that belongs to a postmortem. Its bytes stand apart, so that lists never load them.</summary>
public sealed class Attachment
{
    public const int LargestFile = 10 * 1024 * 1024;

    /// <summary>What one postmortem may hold in all.</summary>
    public const long LargestSum = 200L * 1024 * 1024;

    public const int LongestName = 200;

    private Attachment()
    {
    }

    /// <param name="id">Made by the window that sends it, so that sending it again stores it once.</param>
    /// <param name="fingerprint">SHA-256 of the bytes as they are kept.</param>
    public Attachment(Guid id, Guid postmortemId, string name, Picture picture, int size, string fingerprint, Guid by, DateTimeOffset at)
    {
        Id = id;
        PostmortemId = postmortemId;
        Name = NameOf(name, picture);
        MediaType = picture.MediaType;
        Width = picture.Width;
        Height = picture.Height;
        Size = size;
        Fingerprint = fingerprint;
        AddedBy = by;
        AddedAt = at;
    }

    public Guid Id { get; private set; }

    public Guid PostmortemId { get; private set; }

    public string Name { get; private set; } = "";

    public string MediaType { get; private set; } = "";

    public int? Width { get; private set; }

    public int? Height { get; private set; }

    public int Size { get; private set; }

    public string Fingerprint { get; private set; } = "";

    public Guid AddedBy { get; private set; }

    public DateTimeOffset AddedAt { get; private set; }

    public Deletion? Deletion { get; private set; }

    public void Delete(Guid by, DateTimeOffset at) => Deletion ??= new Deletion(by, at);

    public void Restore() => Deletion = null;

    /// <summary>Without folders and signs that end a line, and never empty.</summary>
    private static string NameOf(string name, Picture picture)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var said = string.Concat(last.Where(letter => !char.IsControl(letter) && !char.IsSurrogate(letter))).Trim();
        return said.Length == 0 ? $"picture.{picture.MediaType[(picture.MediaType.IndexOf('/', StringComparison.Ordinal) + 1)..]}" : Shortened.To(said, LongestName);
    }
}

/// <summary>The bytes of an attachment.</summary>
public sealed record AttachmentContent(Guid AttachmentId, byte[] Bytes);

internal sealed class AttachmentMapping : IEntityTypeConfiguration<Attachment>, IEntityTypeConfiguration<AttachmentContent>
{
    public void Configure(EntityTypeBuilder<Attachment> attachment)
    {
        attachment.Property(a => a.Id).ValueGeneratedNever();
        attachment.Property(a => a.Name).HasMaxLength(Attachment.LongestName);
        attachment.Property(a => a.MediaType).HasMaxLength(20);
        attachment.Property(a => a.Fingerprint).HasMaxLength(64);
        attachment.ComplexProperty(a => a.Deletion);
        attachment.HasOne<Postmortem>().WithMany().HasForeignKey(a => a.PostmortemId);
        attachment.HasOne<User>().WithMany().HasForeignKey(a => a.AddedBy);

        // The same bytes stand in one postmortem once.
        attachment.HasIndex(a => new { a.PostmortemId, a.Fingerprint }).IsUnique();
        attachment.HasIndex(a => new { a.PostmortemId, a.AddedAt, a.Id }).IsDescending(false, true, true);
    }

    public void Configure(EntityTypeBuilder<AttachmentContent> content)
    {
        content.HasKey(c => c.AttachmentId);
        content.HasOne<Attachment>().WithOne().HasForeignKey<AttachmentContent>(c => c.AttachmentId);
    }
}
