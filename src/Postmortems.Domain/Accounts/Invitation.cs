using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Postmortems.Domain.Accounts;

/// <summary>A link that lets one person make an account with a role. Works once, for a week.</summary>
public sealed class Invitation
{
    public const int LongestNote = 200;

    public static readonly TimeSpan Lifetime = TimeSpan.FromDays(7);

    private Invitation()
    {
    }

    public Invitation(Guid id, string secretHash, Role role, string note, Guid by, DateTimeOffset at)
    {
        if (note.Trim().Length > LongestNote || note.Any(char.IsControl))
        {
            throw new RuleBrokenException("invitation/note", $"Say in at most {LongestNote} characters whom it is for.");
        }

        Id = id;
        SecretHash = secretHash;
        Role = role;
        Note = note.Trim();
        CreatedBy = by;
        CreatedAt = at;
        ExpiresAt = at + Lifetime;
    }

    public Guid Id { get; private set; }

    public string SecretHash { get; private set; } = "";

    public Role Role { get; private set; }

    /// <summary>Whom it is for, as the administrator wrote it.</summary>
    public string Note { get; private set; } = "";

    public Guid CreatedBy { get; private set; }

    public DateTimeOffset CreatedAt { get; private set; }

    public DateTimeOffset ExpiresAt { get; private set; }

    public DateTimeOffset? RevokedAt { get; private set; }

    public Guid? AcceptedBy { get; private set; }

    public DateTimeOffset? AcceptedAt { get; private set; }

    internal static RuleBrokenException Closed() =>
        new("invitation/closed", "This invitation has been used, withdrawn or has expired. Ask for a new one.");

    public bool IsOpen(DateTimeOffset now) => RevokedAt is null && AcceptedAt is null && now < ExpiresAt;

    public void Accept(Guid by, DateTimeOffset at)
    {
        if (!IsOpen(at))
        {
            throw Closed();
        }

        AcceptedBy = by;
        AcceptedAt = at;
    }

    /// <summary>The form came twice and only the second answer was seen: the link of the first is replaced.</summary>
    public void ShowAgain(string secretHash, DateTimeOffset at) => SecretHash = Secret.Renewed(secretHash, CreatedAt, at, unused: IsOpen(at));

    public void Revoke(DateTimeOffset at) => RevokedAt ??= at;
}

internal sealed class InvitationMapping : IEntityTypeConfiguration<Invitation>
{
    public void Configure(EntityTypeBuilder<Invitation> invitation)
    {
        invitation.Property(i => i.Note).HasMaxLength(Invitation.LongestNote);
        invitation.Property<uint>("Version").IsRowVersion();
        invitation.HasIndex(i => i.SecretHash).IsUnique();
    }
}
