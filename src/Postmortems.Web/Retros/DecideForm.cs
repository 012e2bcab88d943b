using FluentValidation;
using Postmortems.Domain.ActionItems;
using Postmortems.Domain.Retros;

namespace Postmortems.Web.Retros;

/// <summary>A decision about one card, as typed.</summary>
public sealed class DecideForm
{
    /// <summary>Of the item that is promised, so that sending the form twice promises one.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public uint Version { get; set; }

    public DecisionKind Kind { get; set; }

    public string? Words { get; set; }

    public string? Dissent { get; set; }

    public DateOnly? Until { get; set; }

    public int? More { get; set; } = 2;

    public string? Title { get; set; }

    public int? Postmortem { get; set; }

    public Guid? OwnerId { get; set; }

    public DateOnly? Due { get; set; }

    public Priority Priority { get; set; } = Priority.P1;

    /// <summary>The number of an open item that does it already.</summary>
    public int? Existing { get; set; }

    public bool Promises => Kind is DecisionKind.Fix or DecisionKind.Investigate;

    public bool ChangesItem => Kind is DecisionKind.Do or DecisionKind.Rescope or DecisionKind.Escalate;

    public DecisionFacts ToFacts() => new(
        Kind,
        Words ?? "",
        Dissent ?? "",
        Kind is DecisionKind.Accept ? Until : Kind is DecisionKind.Investigate ? Due : null,
        Kind is DecisionKind.Watch ? More : null,
        (Promises && Existing is null) || ChangesItem || Kind is DecisionKind.Automate ? new PromiseFacts(Id, Postmortem ?? 0, Title ?? "", OwnerId, Due, Priority) : null,
        Promises ? Existing : null);
}

public sealed class DecideRules : AbstractValidator<DecideForm>
{
    public DecideRules()
    {
        RuleFor(form => form.Words).MaximumLength(RetroCard.LongestWords).WithMessage("Keep this below 1,000 characters.");
        RuleFor(form => form.Dissent).MaximumLength(RetroCard.LongestWords).WithMessage("Keep this below 1,000 characters.");
        RuleFor(form => form.Title).MaximumLength(ActionItem.LongestTitle).WithMessage("Keep this below 300 characters.");
        RuleFor(form => form.Words).Must((form, words) => DecisionKinds.AsksForWords(form.Kind) is null || !string.IsNullOrWhiteSpace(words)).WithMessage(form => DecisionKinds.AsksForWords(form.Kind));
        RuleFor(form => form.Until).NotNull().When(form => form.Kind is DecisionKind.Accept).WithMessage("Say until when this risk is accepted.");
        RuleFor(form => form.More).InclusiveBetween(1, 100).When(form => form.Kind is DecisionKind.Watch).WithMessage("Give a number from 1 to 100.");
        When(form => (form.Promises && form.Existing is null) || form.ChangesItem, () =>
        {
            RuleFor(form => form.OwnerId).NotNull().WithMessage("Choose who takes it.");
            RuleFor(form => form.Due).NotNull().WithMessage("Say until when.");
        });
        When(form => form.Promises && form.Existing is null, () =>
        {
            RuleFor(form => form.Title).NotEmpty().WithMessage("Say what will be done.");
            RuleFor(form => form.Postmortem).NotNull().WithMessage("Choose the postmortem in which it is promised.");
        });
        RuleFor(form => form.Title).NotEmpty().When(form => form.Kind is DecisionKind.Rescope).WithMessage("Say what will be done instead.");
    }
}
