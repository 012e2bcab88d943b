using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Postmortems.Domain.Incidents;
using Postmortems.Domain.Services;

namespace Postmortems.Web.Incidents;

/// <summary>The filters of the list of postmortems as they stand in its address.</summary>
public sealed record ListAddress(string? Words = null, string? Severity = null, string? Service = null, string? State = null, string? From = null, string? Until = null)
{
    public static readonly IReadOnlyList<(string Word, LearningState State, string Label)> States =
    [
        ("not-begun", LearningState.NotBegun, "Not begun"),
        ("draft", LearningState.Draft, "Being written"),
        ("in-review", LearningState.InReview, "In review"),
        ("published", LearningState.Published, "Published"),
    ];

    public bool IsFiltered => this != new ListAddress();

    public string Page(string? before = null, string? after = null)
    {
        var query = new Dictionary<string, string?>
        {
            ["words"] = Words,
            ["severity"] = Severity,
            ["service"] = Service,
            ["state"] = State,
            ["from"] = From,
            ["until"] = Until,
            ["before"] = before,
            ["after"] = after,
        };

        return QueryHelpers.AddQueryString(Urls.Postmortems, query.Where(pair => !string.IsNullOrEmpty(pair.Value)));
    }

    /// <param name="zone">In which the reader's days begin.</param>
    /// <param name="services">All of them, to find the one that is named.</param>
    /// <returns>Null when it names a service that does not exist: nothing can match.</returns>
    public IncidentFilter? ToFilter(string zone, IReadOnlyList<ServiceName> services)
    {
        var service = services.FirstOrDefault(s => s.Name.Equals(Service, StringComparison.OrdinalIgnoreCase));

        if (!string.IsNullOrEmpty(Service) && service is null)
        {
            return null;
        }

        return new IncidentFilter(
            Words,
            Enum.TryParse<Severity>(Severity, ignoreCase: true, out var severity) && Enum.IsDefined(severity) ? severity : null,
            service?.Id,
            States.Where(s => s.Word == State).Select(s => (LearningState?)s.State).FirstOrDefault(),
            Midnight(From, zone, days: 0),
            Midnight(Until, zone, days: 1));
    }

    private static DateTimeOffset? Midnight(string? date, string zone, int days) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= LocalTime.FirstYear and < LocalTime.LastYear
            ? new LocalTime(day.AddDays(days), null, Precision.Day, zone).ToPoint().At
            : null;
}
