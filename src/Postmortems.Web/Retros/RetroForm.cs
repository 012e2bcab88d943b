using FluentValidation;
using Postmortems.Domain;
using Postmortems.Domain.Retros;
using Postmortems.Web.Shell;

namespace Postmortems.Web.Retros;

/// <summary>The plan of a retro, as typed.</summary>
public sealed class RetroForm
{
    /// <summary>Made when the form is shown, so that sending it twice plans one retro.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public uint Version { get; set; }

    public string? Group { get; set; }

    public Cadence Cadence { get; set; } = Cadence.Monthly;

    public TimeInput Meets { get; set => field = value ?? new(); } = new();

    public string? Zone { get; set; }

    public Guid? FacilitatorId { get; set; }

    public Guid? ScribeId { get; set; }

    /// <summary>The form has passed its rules, so its time can be read.</summary>
    public RetroFacts ToFacts() => new(Group ?? "", Cadence, Meets.ToPoint(Zone ?? "")!.At, Zone ?? "", FacilitatorId ?? Guid.Empty, ScribeId);
}

public sealed class RetroRules : AbstractValidator<RetroForm>
{
    public RetroRules()
    {
        RuleFor(form => form.Group).NotEmpty().WithMessage("Say who meets: a team, a group of services, everybody.").MaximumLength(Retro.LongestGroup).WithMessage("Keep this below 120 characters.");
        RuleFor(form => form.Zone).IsZone();
        RuleFor(form => form.FacilitatorId).NotNull().WithMessage("Choose who leads through the meeting.");
        RuleFor(form => form.Meets).Custom((meets, context) =>
        {
            var zone = context.InstanceToValidate.Zone ?? "";

            if (meets.IsEmpty)
            {
                context.AddFailure("Meets.Date", "Say when it meets.");
            }
            else if (Domain.Incidents.Zones.Exists(zone) && context.Check("Meets", meets, zone) is { Precision: Domain.Incidents.Precision.Day })
            {
                context.AddFailure("Meets.Time", "Say at which time it begins.");
            }
        });
    }
}
