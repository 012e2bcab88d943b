using FluentValidation;
using Postmortems.Domain.Accounts;

namespace Postmortems.Web.Accounts;

public sealed class SignInForm
{
    public string Email { get; set; } = "";

    public string Password { get; set; } = "";

    public bool Stay { get; set; }
}

internal sealed class SignInFormRules : AbstractValidator<SignInForm>
{
    public SignInFormRules()
    {
        RuleFor(form => form.Email).Must(EmailAddress.IsOne).WithMessage("Give the e-mail address of your account.");
        RuleFor(form => form.Password).NotEmpty().WithMessage("Type your password.");
        RuleFor(form => form.Password).MaximumLength(PasswordRule.Longest * 2).WithMessage("No password is that long.");
    }
}
