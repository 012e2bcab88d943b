using FluentValidation;
using Postmortems.Domain.Accounts;

namespace Postmortems.Web.Accounts;

public sealed class YourPasswordForm
{
    public string Current { get; set; } = "";

    public string Next { get; set; } = "";

    /// <summary>Whose it is, so that the password does not repeat it. Never from the browser.</summary>
    internal string Email { get; set; } = "";

    internal string DisplayName { get; set; } = "";
}

internal sealed class YourPasswordFormRules : AbstractValidator<YourPasswordForm>
{
    public YourPasswordFormRules()
    {
        RuleFor(form => form.Current).NotEmpty().WithMessage("Type your current password.");
        RuleFor(form => form.Next).Custom((password, context) =>
        {
            if (PasswordRule.ProblemWith(password, context.InstanceToValidate.Email, context.InstanceToValidate.DisplayName) is { } problem)
            {
                context.AddFailure(problem);
            }
        });
    }
}
