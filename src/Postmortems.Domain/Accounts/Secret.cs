using System.Security.Cryptography;
using System.Text;

namespace Postmortems.Domain.Accounts;

/// <summary>A secret of 160 random bits that is shown once; only its SHA-256 is kept.</summary>
public static class Secret
{
    /// <summary>Letters and digits that are not mistaken for each other, four and a half bits each.</summary>
    private const string Alphabet = "abcdefghjkmnpqrstuvwxyz23456789";

    public static string New(int length = 36) => RandomNumberGenerator.GetString(Alphabet, length);

    public static string HashOf(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
