using FluentValidation;
using Postmortems.Domain.Accounts;

namespace Postmortems.Web.Accounts;

public sealed class InvitationForm
{
    public Guid Id { get; set; }

    public string Note { get; set; } = "";

    /// <summary>The least right, so that nobody gets more by a link that was made in a hurry.</summary>
    public Role Role { get; set; } = Role.Viewer;
}

internal sealed class InvitationFormRules : AbstractValidator<InvitationForm>
{
    public InvitationFormRules()
    {
        RuleFor(form => form.Note).MaximumLength(Invitation.LongestNote).WithMessage($"Use at most {Invitation.LongestNote} characters.");
        RuleFor(form => form.Note).Must(note => !note.Any(char.IsControl)).WithMessage("Use one line without control characters.");
        RuleFor(form => form.Role).IsInEnum().WithMessage("Choose one of the offered values.");
    }
}
