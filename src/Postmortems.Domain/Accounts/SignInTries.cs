using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Postmortems.Domain.Accounts;

/// <summary>
/// How often somebody tried to sign in under one address without success. Kept for addresses without an account as well,
/// so that the answer does not tell which exist.
/// </summary>
public sealed class SignInTries
{
    /// <summary>Typing errors are free.</summary>
    public const int Free = 5;

    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(1);

    /// <summary>After this long without a try all is forgotten.</summary>
    public static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    private SignInTries()
    {
    }

    public SignInTries(string key) => Key = key;

    /// <summary>Hash of the address and, for a browser that has signed in before, of that browser.</summary>
    public string Key { get; private set; } = "";

    public int Failures { get; private set; }

    public DateTimeOffset LastAt { get; private set; }

    public DateTimeOffset NotBefore { get; private set; }

    /// <summary>A known browser waits in a line of its own: a stranger who guesses cannot keep the owner out.</summary>
    public static string KeyFor(string email, string? knownBrowser) =>
        Secret.HashOf(knownBrowser is null ? EmailAddress.Normal(email) : $"{EmailAddress.Normal(email)}\n{knownBrowser}");

    /// <summary>Counts a try as failed before it is known to be, so that a thousand at once are no better than one after another.</summary>
    /// <returns>How long to wait first, or null when the try may go ahead.</returns>
    public TimeSpan? Try(DateTimeOffset now)
    {
        if (now < NotBefore)
        {
            return NotBefore - now;
        }

        Failures = now - LastAt > Memory ? 1 : Failures + 1;
        LastAt = now;
        NotBefore = Failures < Free ? now : now + Wait(Failures - Free);
        return null;
    }

    /// <summary>1, 2, 4 … seconds, never more than a minute.</summary>
    private static TimeSpan Wait(int more) => TimeSpan.FromSeconds(Math.Min(Math.Pow(2, more), LongestWait.TotalSeconds));
}

internal sealed class SignInTriesMapping : IEntityTypeConfiguration<SignInTries>
{
    public void Configure(EntityTypeBuilder<SignInTries> tries)
    {
        tries.HasKey(t => t.Key);
        tries.Property(t => t.Key).HasMaxLength(64);
        tries.HasIndex(t => t.LastAt);
    }
}
