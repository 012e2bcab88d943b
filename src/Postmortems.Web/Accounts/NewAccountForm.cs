using FluentValidation;
using Postmortems.Domain.Accounts;
using Postmortems.Domain.Incidents;

namespace Postmortems.Web.Accounts;

/// <summary>What somebody types to make an account, on the first run or with an invitation.</summary>
public sealed class NewAccountForm
{
    /// <summary>From the console; only the first account needs one.</summary>
    public string Code { get; set; } = "";

    public string DisplayName { get; set; } = "";

    public string Email { get; set; } = "";

    public string Password { get; set; } = "";

    /// <summary>The browser's own zone; without scripts it stays UTC and can be changed later.</summary>
    public string Zone { get; set; } = Zones.Utc;

    public bool WithDemoStory { get; set; }

    public NewAccount ToAccount() => new(DisplayName, Email, Password, Zones.Exists(Zone) ? Zone : Zones.Utc);
}

internal sealed class NewAccountFormRules : AbstractValidator<NewAccountForm>
{
    public NewAccountFormRules()
    {
        RuleFor(form => form.DisplayName).NotEmpty().WithMessage("Say what you are called.");
        RuleFor(form => form.DisplayName).MaximumLength(User.LongestName).WithMessage($"Use at most {User.LongestName} characters.");
        RuleFor(form => form.DisplayName).Must(name => !name.Any(char.IsControl)).WithMessage("Use one line without control characters.");
        RuleFor(form => form.Email).Must(EmailAddress.IsOne).WithMessage("Give an e-mail address, such as ada@example.com.");
        RuleFor(form => form.Password).Custom((password, context) =>
        {
            if (PasswordRule.ProblemWith(password, context.InstanceToValidate.Email, context.InstanceToValidate.DisplayName) is { } problem)
            {
                context.AddFailure(problem);
            }
        });
    }
}
