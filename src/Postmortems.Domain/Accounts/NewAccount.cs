using Postmortems.Domain.Incidents;

namespace Postmortems.Domain.Accounts;

/// <summary>What somebody says of themselves when they make an account.</summary>
public sealed record NewAccount(string DisplayName, string Email, string Password, string Zone = Zones.Utc)
{
    internal User ToUser(Role role, DateTimeOffset at)
    {
        var user = new User(Email, DisplayName, role, at);
        user.Describe(DisplayName, Zone);
        user.TakePassword(Password);
        return user;
    }
}
