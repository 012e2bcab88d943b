using FluentValidation;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Timeline;
using Postmortems.Web.Shell;

namespace Postmortems.Web.Timeline;

/// <summary>An entry as typed.</summary>
public sealed class EntryForm
{
    /// <summary>Made when the form is shown, so that sending it twice tells one entry.</summary>
    public Guid Id { get; set; } = Guid.CreateVersion7();

    public uint Version { get; set; }

    public TimeInput When { get; set => field = value ?? new(); } = new();

    public string? Zone { get; set; }

    public EntryKind Kind { get; set; }

    public string? Text { get; set; }

    public Basis Basis { get; set; }

    public string? Evidence { get; set; }

    public string? FixKind { get; set; }

    public FixActor FixActor { get; set; }

    public int? FixMinutes { get; set; }

    public FixEffect FixEffect { get; set; }

    public static EntryForm Of(EntryRow entry) => new()
    {
        Id = entry.Id,
        Version = entry.Version,
        When = TimeInput.Of(entry.When, entry.Zone),
        Zone = Zones.OrUtc(entry.Zone),
        Kind = entry.Kind,
        Text = entry.Text,
        Basis = entry.Basis,
        Evidence = entry.Evidence,
        FixKind = entry.Fix?.Kind,
        FixActor = entry.Fix?.Actor ?? FixActor.Person,
        FixMinutes = entry.Fix?.Minutes,
        FixEffect = entry.Fix?.Effect ?? FixEffect.Unknown,
    };

    /// <summary>The form has passed its rules, so its time can be read.</summary>
    public EntryFacts ToFacts() => new(
        When.ToPoint(Zone ?? ""),
        Zone ?? "",
        Kind,
        Text ?? "",
        Basis,
        Evidence ?? "",
        Kind is EntryKind.Fix ? new FixStep(string.IsNullOrEmpty(FixKind) ? "unknown" : FixKind, FixActor, FixMinutes, FixEffect) : null);
}

public sealed class EntryRules : AbstractValidator<EntryForm>
{
    private const int LongestFix = 60 * 24 * 30;

    public EntryRules()
    {
        RuleFor(form => form.Text)
            .NotEmpty().WithMessage("Say what happened at this time.")
            .MaximumLength(TimelineEntry.LongestText).WithMessage($"Keep an entry within {TimelineEntry.LongestText:N0} characters.");
        RuleFor(form => form.Evidence).MaximumLength(TimelineEntry.LongestEvidence).WithMessage("This is too long for a link. Put the words into the text.");
        RuleFor(form => form.Zone).IsZone();
        RuleFor(form => form.Kind).IsInEnum().WithMessage("Choose what kind of entry this is.");
        RuleFor(form => form.Basis).IsInEnum().WithMessage("Choose how we know.");
        RuleFor(form => form.FixMinutes).InclusiveBetween(0, LongestFix).WithMessage("Minutes of work, from 0 to 43,200.");
        RuleFor(form => form.FixKind).Must(kind => string.IsNullOrEmpty(kind) || Domain.Timeline.FixKind.Exists(kind)).WithMessage("Choose what kind of fix this was.");
        RuleFor(form => form).Custom((form, context) => context.Check(nameof(form.When), form.When, form.Zone!)).When(form => Zones.Exists(form.Zone));
    }
}
