namespace Postmortems.Domain.Retros;

/// <summary>Where a meeting is, and until when. The server's clock counts for everybody.</summary>
/// <param name="Card">Which pattern, from 0, in <see cref="RetroStep.Patterns"/>; 0 elsewhere.</param>
public sealed record RetroRun(RetroStep Step, int Card, DateTimeOffset StartedAt, DateTimeOffset BeganAt, DateTimeOffset EndsAt)
{
    public static readonly TimeSpan Extension = TimeSpan.FromMinutes(1);

    public RetroPlace Place => new(Step, Card);

    public static RetroRun Begin(Cadence cadence, DateTimeOffset at) => new(RetroStep.Opening, 0, at, at, at + Agenda.TimeFor(cadence, RetroStep.Opening));

    /// <returns>The next or last place; the same at either end. Without patterns that step is left out.</returns>
    public RetroRun Move(bool forward, Cadence cadence, int patterns, DateTimeOffset at)
    {
        var places = Agenda.Steps
            .SelectMany(step => Enumerable.Range(0, step is RetroStep.Patterns ? patterns : 1).Select(card => new RetroPlace(step, card)))
            .ToList();

        // A card that was taken out meanwhile leaves the meeting at the one that took its place.
        var here = places.FindLastIndex(place => place.Step < Step || (place.Step == Step && place.Card <= Card));
        var next = places[Math.Clamp(here + (forward ? 1 : -1), 0, places.Count - 1)];

        return next == Place ? this : this with { Step = next.Step, Card = next.Card, BeganAt = at, EndsAt = at + Agenda.TimeFor(cadence, next.Step) };
    }
}

/// <summary>A place in the meeting.</summary>
public sealed record RetroPlace(RetroStep Step, int Card);
