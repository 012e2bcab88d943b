using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Postmortems.Domain.Ops;

/// <summary>Work to be done after a change, stored in the change's own transaction so that neither happens without the other.</summary>
public sealed class Errand
{
    public const string RecomputePatterns = "patterns/recompute";

    public const string AskMeanings = "patterns/ask-meanings";

    public const string KeepVersions = "documents/keep-versions";

    public const string ForgetSentForms = "forms/forget";

    public const string ContinueImports = "imports/continue";

    public const string BuildRetroPacks = "retros/build-packs";

    public const int MostAttempts = 8;

    private Errand()
    {
    }

    /// <param name="kind">What to do, such as "patterns/recompute".</param>
    public Errand(string kind, DateTimeOffset at)
    {
        Kind = kind;
        CreatedAt = at;
        NotBefore = at;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public string Kind { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset NotBefore { get; private set; }

    public int Attempts { get; private set; }

    /// <summary>Why the last attempt failed.</summary>
    public string? Problem { get; private set; }

    /// <summary>Tried for the last time; an administrator sees it.</summary>
    public bool IsGivenUp => Attempts >= MostAttempts;

    public void Failed(string problem, DateTimeOffset at)
    {
        Attempts++;
        Problem = problem;
        NotBefore = at + TimeSpan.FromSeconds(Math.Pow(2, Attempts));
    }

    /// <summary>From the start, with all attempts. The last problem stays to be read until it succeeds.</summary>
    public void TryAgain(DateTimeOffset at)
    {
        Attempts = 0;
        NotBefore = at;
    }
}

internal sealed class ErrandMapping : IEntityTypeConfiguration<Errand>
{
    public void Configure(EntityTypeBuilder<Errand> errand)
    {
        errand.Property(e => e.Kind).HasMaxLength(80);
        errand.Ignore(e => e.IsGivenUp);
        errand.HasIndex(e => e.NotBefore);
        errand.HasIndex(e => e.Id).HasFilter("problem IS NOT NULL");
    }
}
