using Microsoft.AspNetCore.Identity;
using Postmortems.Domain.Incidents;

namespace Postmortems.Domain.Accounts;

/// <summary>Somebody with an account. The e-mail address is the name to sign in with.</summary>
public sealed class User : IdentityUser<Guid>
{
    public const int LongestName = 100;

    private User()
    {
    }

    public User(string email, string displayName, Role role, DateTimeOffset at)
    {
        if (!EmailAddress.IsOne(email))
        {
            throw new RuleBrokenException("account/email", "Give an e-mail address, such as ada@example.com.");
        }

        Id = Guid.CreateVersion7();
        UserName = email.Trim();
        NormalizedUserName = EmailAddress.Normal(email);
        Email = UserName;
        NormalizedEmail = NormalizedUserName;
        Role = role;
        CreatedAt = at;
        Describe(displayName, Zone);
        EndSessions();
    }

    public string DisplayName { get; private set; } = "";

    public Role Role { get; private set; }

    /// <summary>IANA zone in which times are shown to this person.</summary>
    public string Zone { get; private set; } = Zones.Utc;

    /// <summary>Is asked the smaller questions about wording too.</summary>
    public bool IsCoached { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? DisabledAt { get; private set; }

    public void Describe(string displayName, string zone)
    {
        if (string.IsNullOrWhiteSpace(displayName) || displayName.Trim().Length > LongestName || displayName.Any(char.IsControl))
        {
            throw new RuleBrokenException("account/name", $"Give a name of at most {LongestName} characters.");
        }

        _ = Zones.Get(zone);
        DisplayName = displayName.Trim();
        Zone = zone;
    }

    /// <summary>A new password ends every session that was opened with the old one.</summary>
    public void TakePassword(string password)
    {
        PasswordRule.Demand(password, Email, DisplayName);
        PasswordHash = Password.HashOf(password);
        EndSessions();
    }

    /// <summary>A new role ends the sessions that were opened with the old one.</summary>
    public void GiveRole(Role role)
    {
        Role = role;
        EndSessions();
    }

    public void Disable(DateTimeOffset at)
    {
        DisabledAt = at;
        EndSessions();
    }

    public void Enable() => DisabledAt = null;

    /// <summary>Every open session carries the stamp of its beginning; a new stamp ends them all.</summary>
    public void EndSessions() => SecurityStamp = Guid.NewGuid().ToString("N");
}
