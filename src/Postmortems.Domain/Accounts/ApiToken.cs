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

    public ApiToken(Guid id, Guid userId, string name, string secretHash, DateTimeOffset at)
    {
        if (string.IsNullOrWhiteSpace(name) || name.Trim().Length > LongestName || name.Any(char.IsControl))
        {
            throw new RuleBrokenException("api-token/name", $"Say in at most {LongestName} characters what the token is for.");
        }

        Id = id;
        UserId = userId;
        Name = name.Trim();
        SecretHash = secretHash;
        CreatedAt = at;
    }

    public Guid Id { get; private set; }

    public Guid UserId { get; private set; }

    public string Name { get; private set; } = "";

    public string SecretHash { get; private set; } = "";

    public DateTimeOffset CreatedAt { get; private set; }

    /// <summary>To the hour, so that reading does not write all the time.</summary>
    public DateTimeOffset? UsedAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    /// <summary>The form came twice and only the second answer was seen: the token of the first is replaced.</summary>
    public void ShowAgain(string secretHash, DateTimeOffset at) => SecretHash = Secret.Renewed(secretHash, CreatedAt, at, unused: UsedAt is null && RevokedAt is null);

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
