using FluentValidation;
using Postmortems.Domain.ActionItems;

namespace Postmortems.Web.ActionItems;

/// <summary>One change for several action items.</summary>
public sealed class ManyForm
{
    public const string Owner = "owner";
    public const string DueDate = "due";
    public const string Decline = "decline";

    public string? Change { get; set; }

    public Guid? OwnerId { get; set; }

    public DateOnly? Due { get; set; }

    public string? Reason { get; set; }

    public string? Back { get; set; }

    public ChangeOfMany ToChange() => Change switch
    {
        DueDate => new ChangeOfMany.Due(Due),
        Decline => new ChangeOfMany.Decline(Reason ?? ""),
        _ => new ChangeOfMany.Owner(OwnerId),
    };
}

public sealed class ManyRules : AbstractValidator<ManyForm>
{
    public ManyRules()
    {
        RuleFor(form => form.Due).Must(due => due is null or { Year: >= 2000 and <= 2199 }).WithMessage("Please check the year.");
        RuleFor(form => form.Reason).NotEmpty().When(form => form.Change == ManyForm.Decline).WithMessage("Say why they will not be done. The next postmortem may ask.");
    }
}
