using FluentValidation;
using Postmortems.Domain.Accounts;

namespace Postmortems.Web.Accounts;

public sealed class PasswordLinkForm
{
    public string Password { get; set; } = "";

    /// <summary>Whose it is, so that the password does not repeat it. Never from the browser.</summary>
    internal PasswordLinkView? Person { get; set; }
}

internal sealed class PasswordLinkFormRules : AbstractValidator<PasswordLinkForm>
{
    public PasswordLinkFormRules() =>
        RuleFor(form => form.Password).Custom((password, context) =>
        {
            var person = context.InstanceToValidate.Person;

            if (PasswordRule.ProblemWith(password, person?.Email, person?.DisplayName) is { } problem)
            {
                context.AddFailure(problem);
            }
        });
}
