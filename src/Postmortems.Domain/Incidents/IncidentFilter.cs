namespace Postmortems.Domain.Incidents;

/// <summary>Which incidents a list shows. What is not set lets everything through.</summary>
/// <param name="Words">Beginnings of words in the title, all of them.</param>
/// <param name="From">First instant, by the time at which an incident is listed.</param>
/// <param name="Until">The instant after the last one.</param>
public sealed record IncidentFilter(
    string? Words = null,
    Severity? Severity = null,
    Guid? ServiceId = null,
    LearningState? State = null,
    DateTimeOffset? From = null,
    DateTimeOffset? Until = null);

/// <summary>How far the learning from an incident has come.</summary>
public enum LearningState
{
    NotBegun,
    Draft,
    InReview,
    Published,
}
