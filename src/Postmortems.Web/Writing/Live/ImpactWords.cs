using Postmortems.Domain.Incidents;
using Postmortems.Domain.Writing;
using Postmortems.Domain.Writing.Live;
using Postmortems.Web.Shell;

namespace Postmortems.Web.Writing.Live;

/// <summary>How long an incident hurt, in a sentence.</summary>
internal static class ImpactWords
{
    /// <returns>Null when neither a window nor the times say anything.</returns>
    public static string? Of(AboutIncident incident, LiveFacts facts)
    {
        var windows = facts.Windows.Where(window => window.Incident == incident.Number).ToList();
        var lasted = Lasted(windows) ?? (windows.Count == 0 && IncidentWords.Impact(incident.Times) is { } span ? $"It hurt for {span}." : null);
        var knew = IncidentWords.UntilSomebodyKnew(incident.Times) is { } waited ? $"Until somebody knew: {waited}." : null;

        return lasted is null && knew is null ? windows.Count > 0 ? "How long it hurt is not known." : null : string.Join(' ', new[] { lasted, knew }.Where(words => words is not null));
    }

    /// <summary>Windows may overlap; an hour in which two things hurt is one hour.</summary>
    private static string? Lasted(List<LiveWindow> windows)
    {
        if (windows.Count == 0 || windows.Exists(window => window.Ended is null))
        {
            return null;
        }

        var total = TimeSpan.Zero;
        var until = DateTimeOffset.MinValue;

        foreach (var window in windows.OrderBy(window => window.Began.At))
        {
            var from = window.Began.At > until ? window.Began.At : until;
            total += window.Ended!.At > from ? window.Ended.At - from : TimeSpan.Zero;
            until = window.Ended.At > until ? window.Ended.At : until;
        }

        var least = windows.SelectMany(window => new[] { window.Began.Precision, window.Ended!.Precision }).Max();
        var first = windows[0].Began.At;
        return $"It hurt for {Durations.Between(new TimePoint(first, least), new TimePoint(first + total, least))} in all.";
    }
}
