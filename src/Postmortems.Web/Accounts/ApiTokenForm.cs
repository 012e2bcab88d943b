using FluentValidation;
using Postmortems.Domain.Accounts;

namespace Postmortems.Web.Accounts;

public sealed class ApiTokenForm
{
    public Guid Id { get; set; }

    public string Name { get; set; } = "";
}

internal sealed class ApiTokenFormRules : AbstractValidator<ApiTokenForm>
{
    public ApiTokenFormRules()
    {
        RuleFor(form => form.Name).NotEmpty().WithMessage("Say what the token is for.");
        RuleFor(form => form.Name).MaximumLength(ApiToken.LongestName).WithMessage($"Use at most {ApiToken.LongestName} characters.");
        RuleFor(form => form.Name).Must(name => !name.Any(char.IsControl)).WithMessage("Use one line without control characters.");
    }
}
