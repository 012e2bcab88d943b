using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Postmortems.Domain.Accounts;

/// <summary>Lets the command line act for somebody, with that person's rights and never more. Shown once, kept as a hash.</summary>
public sealed class ApiToken
{
    /// <summary>Begins every token, so that secret scanners know one when they see it.</summary>
    public const string Prefix = "pmt_";

    public const int LongestName = 80;

    private ApiToken()
    {
    }

    public ApiToken(Guid userId, string name, string secretHash, DateTimeOffset at)
    {
        UserId = userId;
        Name = name.Trim();
        SecretHash = secretHash;
        CreatedAt = at;
    }

    public Guid Id { get; private set; } = Guid.CreateVersion7();

    public Guid UserId { get; private set; }

    public string Name { get; private set; } = "";

    public string SecretHash { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public void Revoke(DateTimeOffset at) => RevokedAt ??= at;
}

internal sealed class ApiTokenMapping : IEntityTypeConfiguration<ApiToken>
{
    public void Configure(EntityTypeBuilder<ApiToken> token)
    {
        token.Property(t => t.Name).HasMaxLength(ApiToken.LongestName);
        token.HasIndex(t => t.SecretHash).IsUnique();
        token.HasOne<User>().WithMany().HasForeignKey(t => t.UserId);
    }
}
