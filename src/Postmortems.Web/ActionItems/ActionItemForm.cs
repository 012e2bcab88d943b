using FluentValidation;
using Postmortems.Domain.ActionItems;

namespace Postmortems.Web.ActionItems;

/// <summary>What somebody types who promises something or changes a promise.</summary>
public sealed class ActionItemForm
{
    /// <summary>The boxes of causes, of which only ticked ones are posted.</summary>
    public const string CausesName = "Causes";

    /// <summary>Made when the form is shown, so that sending it twice makes one item.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public string? Title { get; set; }

    public ActionItemType Type { get; set; } = ActionItemType.Prevent;

    public Priority Priority { get; set; } = Priority.P1;

    public Guid? OwnerId { get; set; }

    public DateOnly? Due { get; set; }

    public string? DoneWhen { get; set; }

    public string? Link { get; set; }

    /// <summary>Row version that the writer saw.</summary>
    public uint Version { get; set; }

    public static ActionItemForm Of(ActionItemPageView view) => new()
    {
        Title = view.Item.Title,
        Type = view.Item.Type,
        Priority = view.Item.Priority,
        OwnerId = view.Item.OwnerId,
        Due = view.Item.Due,
        DoneWhen = view.Item.DoneWhen,
        Link = view.Item.Link,
        Version = view.Version,
    };

    public ActionItemFacts ToFacts(IReadOnlyCollection<Guid> causes) => new(Title ?? "", Type, Priority, OwnerId, Due, DoneWhen ?? "", Link ?? "", causes);
}

public sealed class ActionItemRules : AbstractValidator<ActionItemForm>
{
    public ActionItemRules()
    {
        RuleFor(form => form.Title).NotEmpty().WithMessage("Say what will be done.");
        RuleFor(form => form.Title).MaximumLength(ActionItem.LongestTitle).WithMessage($"Keep the promise below {ActionItem.LongestTitle} characters; “Done when” can hold the rest.");
        RuleFor(form => form.DoneWhen).MaximumLength(ActionItem.LongestDoneWhen).WithMessage($"Keep this below {ActionItem.LongestDoneWhen:N0} characters.");
        RuleFor(form => form.Link).MaximumLength(ActionItem.LongestLink).WithMessage("This link is too long.");
        RuleFor(form => form.Link).Must(ActionItem.CanLinkTo).WithMessage(ActionItem.NoLink);
        RuleFor(form => form.Due).Must(due => due is null or { Year: >= 2000 and <= 2199 }).WithMessage("Please check the year.");
        RuleFor(form => form.Type).IsInEnum().WithMessage("Choose one of the types.");
        RuleFor(form => form.Priority).IsInEnum().WithMessage("Choose one of the priorities.");
    }
}
