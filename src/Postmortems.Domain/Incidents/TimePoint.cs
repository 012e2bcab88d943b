namespace Postmortems.Domain.Incidents;

/// <summary>An instant in UTC and how exactly it is known. The zone in which people told it stands beside it, on the incident or entry.</summary>
public sealed record TimePoint(DateTimeOffset At, Precision Precision);
