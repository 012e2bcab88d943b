using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Accounts;

/// <summary>What somebody sees who follows an invitation's link.</summary>
[WithoutActor("The secret in the link is the permission.")]
public sealed class ReadInvitation(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <returns>Null when the link never was, was used, was withdrawn or has expired; which of them is not said.</returns>
    public async Task<InvitationView?> RunAsync(string secret, CancellationToken cancel = default)
    {
        var hash = Secret.HashOf(secret);
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);

        return await db.Invitations
            .Where(i => i.SecretHash == hash && i.RevokedAt == null && i.AcceptedAt == null && i.ExpiresAt > now)
            .Select(i => new InvitationView(i.Role, db.Users.Single(u => u.Id == i.CreatedBy).DisplayName, i.ExpiresAt))
            .SingleOrDefaultAsync(cancel);
    }
}

public sealed record InvitationView(Role Role, string InvitedBy, DateTimeOffset ExpiresAt);
