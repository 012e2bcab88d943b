using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Postmortems.Domain.Accounts;

/// <summary>
/// A link with which somebody who forgot their password chooses a new one. Works once, for an hour, and no longer once
/// anything else has ended their sessions.
/// </summary>
public sealed class PasswordLink
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromHours(1);

    private PasswordLink()
    {
    }

    public PasswordLink(string secretHash, User user, Guid by, DateTimeOffset at)
    {
        SecretHash = secretHash;
        UserId = user.Id;
        Stamp = user.SecurityStamp ?? "";
        CreatedBy = by;
        ExpiresAt = at + Lifetime;
    }

    public string SecretHash { get; private set; } = "";

    public Guid UserId { get; private set; }

    /// <summary>The person's stamp when the link was made.</summary>
    public string Stamp { get; private set; } = "";

    public Guid CreatedBy { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }
}

internal sealed class PasswordLinkMapping : IEntityTypeConfiguration<PasswordLink>
{
    public void Configure(EntityTypeBuilder<PasswordLink> link)
    {
        link.HasKey(l => l.SecretHash);
        link.Property(l => l.SecretHash).HasMaxLength(64);
        link.HasOne<User>().WithMany().HasForeignKey(l => l.UserId);
    }
}
