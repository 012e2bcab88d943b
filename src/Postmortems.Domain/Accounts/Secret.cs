using System.Security.Cryptography;
using System.Text;

namespace Postmortems.Domain.Accounts;

/// <summary>A secret of at least 160 random bits that is shown once; only its SHA-256 is kept.</summary>
public static class Secret
{
    /// <summary>Letters and digits that are not mistaken for each other, four and a half bits each.</summary>
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    public static string New(int length = 36) => RandomNumberGenerator.GetString(Alphabet, length);

    /// <summary>A form that is sent twice shows the second answer, so the secret of the first was never seen and may be replaced.</summary>
    internal static string Renewed(string secretHash, DateTimeOffset made, DateTimeOffset now, bool unused) =>
        unused && now - made < TimeSpan.FromMinutes(1)
            ? secretHash
            : throw new RuleBrokenException("secret/shown-once", "This was made and shown before, and cannot be shown again. Take it back and make a new one.");

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
