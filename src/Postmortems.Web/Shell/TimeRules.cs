using FluentValidation;
using FluentValidation.Results;
using Postmortems.Domain;
using Postmortems.Domain.Incidents;

namespace Postmortems.Web.Shell;

/// <summary>Rules for times in forms; what they say stands next to the date or the time of day that asks for it.</summary>
internal static class TimeRules
{
    /// <param name="path">Of the time in the form: "Impact" or "Windows[0].Began".</param>
    /// <returns>Null when there is none, or when it broke a rule.</returns>
    public static TimePoint? Check<T>(this ValidationContext<T> context, string path, TimeInput input, string zone)
    {
        try
        {
            return input.ToPoint(zone);
        }
        catch (RuleBrokenException broken)
        {
            var field = broken.Code is "time/date" or "time/year" ? nameof(TimeInput.Date) : nameof(TimeInput.Time);
            context.AddFailure(new ValidationFailure($"{path}.{field}", broken.Message));
            return null;
        }
    }

    public static IRuleBuilderOptions<T, string?> IsZone<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(Zones.Exists).WithMessage("Use the name of a time zone, such as Europe/Berlin or America/New_York.");
}
