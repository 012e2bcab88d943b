using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Postmortems.Domain.Accounts;

/// <summary>Printed on the console while nobody has an account; whoever can read the console makes the first administrator.</summary>
public sealed class SetupCode
{
    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(1);

    /// <summary>Twelve signs in three groups, so that it can be typed from a console: "abcd-efgh-jkmn".</summary>
    public static string New() => string.Join('-', Secret.New(4), Secret.New(4), Secret.New(4));

    public static string HashOf(string typed) =>
        Secret.HashOf(string.Concat(typed.Where(char.IsLetterOrDigit)).ToLowerInvariant());

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
