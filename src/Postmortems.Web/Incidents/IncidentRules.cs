using FluentValidation;
using Postmortems.Domain.Incidents;
using Postmortems.Web.Shell;

namespace Postmortems.Web.Incidents;

public sealed class IncidentRules : AbstractValidator<IncidentForm>
{
    public IncidentRules()
    {
        RuleFor(form => form.Title)
            .NotEmpty().WithMessage("Say what happened in a few words.")
            .MaximumLength(Incident.LongestTitle).WithMessage($"Keep the title within {Incident.LongestTitle} characters; the summary has room for the rest.");
        RuleFor(form => form.Summary).MaximumLength(Incident.LongestSummary).WithMessage($"Keep the summary within {Incident.LongestSummary:N0} characters.");
        RuleFor(form => form.Severity).IsInEnum().WithMessage("Choose a severity.");
        RuleFor(form => form.Zone).IsZone();
        RuleFor(form => form).Custom(CheckTimes).When(form => Zones.Exists(form.Zone));
    }

    private static void CheckTimes(IncidentForm form, ValidationContext<IncidentForm> context)
    {
        var zone = form.Zone!;

        var told = new IncidentTimes(
            context.Check(nameof(form.Impact), form.Impact, zone),
            context.Check(nameof(form.Detected), form.Detected, zone),
            context.Check(nameof(form.Acknowledged), form.Acknowledged, zone),
            context.Check(nameof(form.Mitigated), form.Mitigated, zone),
            context.Check(nameof(form.Resolved), form.Resolved, zone));

        // The fields are called as the milestones are.
        foreach (var (milestone, sentence) in MilestoneOrder.FaultsIn(told))
        {
            context.AddFailure($"{milestone}.{nameof(TimeInput.Time)}", sentence);
        }

        for (var i = 0; i < form.Windows.Count; i++)
        {
            CheckWindow(form.Windows[i], $"{nameof(form.Windows)}[{i}]", zone, context);
        }
    }

    private static void CheckWindow(WindowInput window, string path, string zone, ValidationContext<IncidentForm> context)
    {
        if (window.IsEmpty)
        {
            return;
        }

        var began = context.Check($"{path}.{nameof(window.Began)}", window.Began, zone);
        var ended = context.Check($"{path}.{nameof(window.Ended)}", window.Ended, zone);

        if (window.Began.IsEmpty)
        {
            context.AddFailure($"{path}.{nameof(window.Began)}.{nameof(TimeInput.Date)}", "Say when this impact began.");
        }
        else if (began is not null && ended is not null && ended.At < began.At)
        {
            context.AddFailure($"{path}.{nameof(window.Ended)}.{nameof(TimeInput.Time)}", "This impact ends before it begins. Please check both times.");
        }

        if (window.Text?.Length > ImpactWindow.LongestText)
        {
            context.AddFailure($"{path}.{nameof(window.Text)}", $"Keep this within {ImpactWindow.LongestText} characters.");
        }
    }
}
