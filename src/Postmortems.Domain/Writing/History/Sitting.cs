using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Postmortems.Domain.Writing.History;

/// <summary>Versions that people wrote without a long pause between them.</summary>
public sealed class Sitting
{
    private readonly List<Guid> writers = [];

    private Sitting()
    {
    }

    public Sitting(Guid postmortemId, int version, Guid by, DateTimeOffset at)
    {
        PostmortemId = postmortemId;
        FirstVersion = version;
        Began = at;
        Take(version, by, at);
    }

    public Guid PostmortemId { get; private set; }

    public int FirstVersion { get; private set; }

    public int LastVersion { get; private set; }

    public DateTimeOffset Began { get; private set; }

    public DateTimeOffset Ended { get; private set; }

    public IReadOnlyList<Guid> Writers => writers;

    public int WordsAdded { get; private set; }

    public int WordsTakenOut { get; private set; }

    public void Take(int version, Guid by, DateTimeOffset at)
    {
        LastVersion = version;
        Ended = at;

        if (!writers.Contains(by))
        {
            writers.Add(by);
        }
    }

    /// <summary>Between the text before it and the text after it.</summary>
    public void Changed(int wordsAdded, int wordsTakenOut)
    {
        WordsAdded = wordsAdded;
        WordsTakenOut = wordsTakenOut;
    }
}

/// <summary>Who wrote which words at one version, so that nobody walks a whole history to know it. It follows from the changes.</summary>
/// <param name="Told">See <see cref="Authorship"/>.</param>
public sealed record KeptAuthorship(Guid PostmortemId, int Version, string Told);

internal sealed class SittingMapping : IEntityTypeConfiguration<Sitting>, IEntityTypeConfiguration<KeptAuthorship>
{
    public void Configure(EntityTypeBuilder<Sitting> sitting)
    {
        sitting.HasKey(s => new { s.PostmortemId, s.FirstVersion });
        sitting.PrimitiveCollection(s => s.Writers).HasField("writers");
        sitting.HasOne<Postmortem>().WithMany().HasForeignKey(s => s.PostmortemId);
    }

    public void Configure(EntityTypeBuilder<KeptAuthorship> kept)
    {
        kept.HasKey(k => new { k.PostmortemId, k.Version });
        kept.HasOne<Postmortem>().WithMany().HasForeignKey(k => k.PostmortemId);
    }
}
