namespace Postmortems.Domain.Accounts;

/// <summary>What a request needs to know about the person behind it.</summary>
/// <param name="Stamp">Changes when the person's sessions are to end.</param>
public sealed record SignedIn(Guid UserId, string DisplayName, Role Role, string Zone, string Stamp);
