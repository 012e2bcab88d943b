using FluentValidation;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;

namespace Postmortems.Web.Accounts;

public sealed class YourNameForm
{
    public string DisplayName { get; set; } = "";

    public string Zone { get; set; } = "";
}

internal sealed class YourNameFormRules : AbstractValidator<YourNameForm>
{
    public YourNameFormRules()
    {
        RuleFor(form => form.DisplayName).NotEmpty().WithMessage("Say what you are called.");
        RuleFor(form => form.DisplayName).MaximumLength(User.LongestName).WithMessage($"Use at most {User.LongestName} characters.");
        RuleFor(form => form.DisplayName).Must(name => !name.Any(char.IsControl)).WithMessage("Use one line without control characters.");
        RuleFor(form => form.Zone).Must(Zones.Exists).WithMessage("Choose a zone of the list, such as Europe/Berlin.");
    }
}
