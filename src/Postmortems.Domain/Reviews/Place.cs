namespace Postmortems.Domain.Reviews;

/// <summary>Where somebody can add what is missing.</summary>
public abstract record Place
{
    public sealed record Text : Place;

    public sealed record Section(string HeadingId) : Place;

    public sealed record Causes : Place;

    public sealed record OneCause(Guid Id) : Place;

    public sealed record Promise(int Number) : Place;

    public sealed record Incident(int Number) : Place;
}
