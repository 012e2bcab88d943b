using Microsoft.AspNetCore.Identity;

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
        Id = Guid.CreateVersion7();
        UserName = email.Trim();
        Email = UserName;
        DisplayName = displayName.Trim();
        Role = role;
        CreatedAt = at;
        SecurityStamp = Guid.NewGuid().ToString("N");
        LockoutEnabled = true;
    }

    public string DisplayName { get; private set; } = "";

    public Role Role { get; private set; }

    /// <summary>IANA zone in which times are shown to this person.</summary>
    public string Zone { get; private set; } = "Etc/UTC";

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset? DisabledAt { get; private set; }

    public void Describe(string displayName, string zone)
    {
        DisplayName = displayName.Trim();
        Zone = zone;
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

    private void EndSessions() => SecurityStamp = Guid.NewGuid().ToString("N");
}
