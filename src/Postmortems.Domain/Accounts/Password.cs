using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace Postmortems.Domain.Accounts;

/// <summary>Turns a password into what is kept of it (Identity's own format: PBKDF2 over HMAC-SHA512) and compares.</summary>
public static class Password
{
    /// <summary>What OWASP asks for at this hash; Identity's own default is less than half.</summary>
    public const int Iterations = 210_000;

    private static readonly PasswordHasher<User> Hasher = new(Options.Create(new PasswordHasherOptions { IterationCount = Iterations }));

    private static readonly string NobodysHash = Hasher.HashPassword(null!, Secret.New());

    public static string HashOf(string password) => Hasher.HashPassword(null!, password);

    /// <param name="hash">Null when there is nobody to compare with. That takes as long as a real comparison, so that time tells nothing.</param>
    public static PasswordMatch Compare(string? hash, string password)
    {
        var result = Hasher.VerifyHashedPassword(null!, hash ?? NobodysHash, password);

        return (hash, result) switch
        {
            (null, _) or (_, PasswordVerificationResult.Failed) => PasswordMatch.No,
            (_, PasswordVerificationResult.SuccessRehashNeeded) => PasswordMatch.YesButHashIsOld,
            _ => PasswordMatch.Yes,
        };
    }
}

public enum PasswordMatch
{
    No,
    Yes,

    /// <summary>It was hashed with fewer iterations than today; hash it again while the password is at hand.</summary>
    YesButHashIsOld,
}
