using Microsoft.EntityFrameworkCore;

namespace Postmortems.Domain.Accounts;

/// <summary>The links that still work, newest first.</summary>
public sealed class ListInvitations(IDbContextFactory<PostmortemsDb> databases, TimeProvider clock)
{
    /// <summary>More open links than this are a mistake; withdrawing some shows the rest.</summary>
    public const int Most = 100;

    public async Task<List<InvitationRow>> RunAsync(Actor actor, CancellationToken cancel = default)
    {
        actor.MustAdminister();
        var now = clock.GetUtcNow();
        await using var db = await databases.CreateDbContextAsync(cancel);

        return await db.Invitations
            .Where(i => i.RevokedAt == null && i.AcceptedAt == null && i.ExpiresAt > now)
            .OrderByDescending(i => i.ExpiresAt)
            .Take(Most)
            .Select(i => new InvitationRow(i.Id, i.Note, i.Role, db.Users.Single(u => u.Id == i.CreatedBy).DisplayName, i.ExpiresAt))
            .ToListAsync(cancel);
    }
}

public sealed record InvitationRow(Guid Id, string Note, Role Role, string InvitedBy, DateTimeOffset ExpiresAt);
