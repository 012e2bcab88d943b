using FluentValidation;
using Postmortems.Domain.Services;

namespace Postmortems.Web.Services;

/// <summary>What people say about a service.</summary>
public sealed class ServiceForm
{
    /// <summary>Made when the form is shown, so that sending it twice adds one service.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public uint Version { get; set; }

    public string? Name { get; set; }

    public string? OwnerTeam { get; set; }

    public string? Description { get; set; }
}

public sealed class ServiceRules : AbstractValidator<ServiceForm>
{
    public ServiceRules()
    {
        RuleFor(form => form.Name)
            .NotEmpty().WithMessage("Give the service the name by which people call it.")
            .Must(name => Service.CanBeAddressed(name?.Trim() ?? "")).WithMessage(Service.NoAddress)
            .MaximumLength(Service.LongestName).WithMessage($"Keep the name within {Service.LongestName} characters.");
        RuleFor(form => form.OwnerTeam).MaximumLength(Service.LongestName).WithMessage($"Keep the team's name within {Service.LongestName} characters.");
        RuleFor(form => form.Description).MaximumLength(Service.LongestDescription).WithMessage($"Keep the description within {Service.LongestDescription} characters.");
    }
}
