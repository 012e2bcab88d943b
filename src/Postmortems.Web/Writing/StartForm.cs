using FluentValidation;
using Postmortems.Domain.Writing;

namespace Postmortems.Web.Writing;

/// <summary>What somebody says who begins a postmortem.</summary>
public sealed class StartForm
{
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public string Title { get; set; } = "";

    public string Template { get; set; } = "";

    public Guid OwnerId { get; set; }

    public Guid? FacilitatorId { get; set; }
}

internal sealed class StartRules : AbstractValidator<StartForm>
{
    public StartRules()
    {
        RuleFor(form => form.Title).NotEmpty().WithMessage("Give it a title that says what people noticed.");
        RuleFor(form => form.Title).MaximumLength(Postmortem.LongestTitle).WithMessage($"A title holds up to {Postmortem.LongestTitle} characters.");
        RuleFor(form => form.Template).NotEmpty().WithMessage("Choose a template.");
        RuleFor(form => form.OwnerId).NotEmpty().WithMessage("Choose who will see the writing through.");
    }
}
