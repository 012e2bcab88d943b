using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Postmortems.Domain.Accounts;

/// <summary>Printed on the console while nobody has an account; whoever can read the console makes the first administrator.</summary>
public sealed class SetupCode
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    private SetupCode()
    {
    }

    public SetupCode(string secretHash, DateTimeOffset at)
    {
        SecretHash = secretHash;
        ExpiresAt = at + Lifetime;
    }

    public string SecretHash { get; private set; } = "";

    public DateTimeOffset ExpiresAt { get; private set; }
}

internal sealed class SetupCodeMapping : IEntityTypeConfiguration<SetupCode>
{
    public void Configure(EntityTypeBuilder<SetupCode> code) => code.HasKey(c => c.SecretHash);
}
