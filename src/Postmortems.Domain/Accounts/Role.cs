namespace Postmortems.Domain.Accounts;

/// <summary>What somebody may do: read everything, write, or also invite and administer. Ordered: each includes the one before.</summary>
public enum Role
{
    Viewer,
    Editor,
    Administrator,
}
