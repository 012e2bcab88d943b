using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Postmortems.Domain.Accounts;

namespace Postmortems.Domain.Patterns.Fixes;

/// <summary>Lets the automation of one pattern report its runs, and do nothing else. Shown once, kept as a hash.</summary>
public sealed class AutomationToken
{
    /// <summary>Begins every one, so that secret scanners know it and nobody takes it for a person's.</summary>
    public const string Prefix = "pma_";

    private AutomationToken()
    {
    }

    public AutomationToken(Guid id, Guid patternId, string secretHash, Guid by, DateTimeOffset at)
    {
        Id = id;
        PatternId = patternId;
        SecretHash = secretHash;
        CreatedBy = by;
        CreatedAt = at;
    }

    public Guid Id { get; private set; }

    public Guid PatternId { get; private set; }

    public string SecretHash { get; private set; } = "";

    public Guid CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>When a run was last reported with it.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>The form came twice and only the second answer was seen: the secret of the first is replaced.</summary>
    public void ShowAgain(string secretHash, DateTimeOffset at) => SecretHash = Secret.Renewed(secretHash, CreatedAt, at, unused: UsedAt is null && RevokedAt is null);

    public void Use(DateTimeOffset at) => UsedAt = at;

    public void Revoke(DateTimeOffset at) => RevokedAt ??= at;
}

internal sealed class AutomationTokenMapping : IEntityTypeConfiguration<AutomationToken>
{
    public void Configure(EntityTypeBuilder<AutomationToken> token)
    {
        token.HasOne<Pattern>().WithMany().HasForeignKey(t => t.PatternId);
        token.HasIndex(t => t.SecretHash).IsUnique();
    }
}
