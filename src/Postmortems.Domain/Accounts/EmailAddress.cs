namespace Postmortems.Domain.Accounts;

/// <summary>What people sign in with. Whether mail arrives there is not checked; that it is one word with an at sign is.</summary>
public static class EmailAddress
{
    public const int Longest = 254;

    public static bool IsOne(string? typed)
    {
        var email = typed?.Trim() ?? "";
        var at = email.LastIndexOf('@');

        return at > 0
            && at < email.Length - 1
            && email.Length <= Longest
            && !email.Any(sign => char.IsWhiteSpace(sign) || char.IsControl(sign) || char.IsSurrogate(sign));
    }

    /// <summary>Two addresses that differ only in case are one person's.</summary>
    public static string Normal(string email) => email.Trim().ToUpperInvariant();
}
