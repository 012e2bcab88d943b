namespace Postmortems.Domain.Accounts;

/// <summary>Who acts. Every use case takes one and asks it before it reads or writes.</summary>
public sealed record Actor(Guid UserId, Role Role)
{
    public bool MayEdit => Role >= Role.Editor;

    public bool MayAdminister => Role >= Role.Administrator;

    /// <exception cref="RuleBrokenException">A viewer tried to write.</exception>
    public void MustEdit()
    {
        if (!MayEdit)
        {
            throw new RuleBrokenException("account/may-not-edit", "You can read here. Ask an administrator for the editor role to change this.");
        }
    }

    /// <exception cref="RuleBrokenException">Somebody else than an administrator tried to administer.</exception>
    public void MustAdminister()
    {
        if (!MayAdminister)
        {
            throw new RuleBrokenException("account/may-not-administer", "Only an administrator can do this.");
        }
    }
}
