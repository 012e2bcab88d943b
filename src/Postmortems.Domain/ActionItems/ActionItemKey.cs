using System.Globalization;

namespace Postmortems.Domain.ActionItems;

/// <summary>
/// A place in a list of action items, so that every page costs the same. In addresses: "20261116-131" by due date, "none-131"
/// among those without one, "at1763384527000000-131" by when it was settled, "before-131" among those where nobody said when.
/// </summary>
public sealed record ActionItemKey(DateOnly? Due, DateTimeOffset? SettledAt, int Number)
{
    private const string None = "none";
    private const string At = "at";
    private const string Before = "before";
    private const string Day = "yyyyMMdd";
    private const long Span = TimeSpan.TicksPerMicrosecond;
    private const long Furthest = 8_000_000_000_000_000;

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Place}-{Number}");

    private string Place =>
        SettledAt == Unstated.Time ? Before
        : SettledAt is { } at ? string.Create(CultureInfo.InvariantCulture, $"{At}{(at - DateTimeOffset.UnixEpoch).Ticks / Span}")
        : Due?.ToString(Day, CultureInfo.InvariantCulture) ?? None;

    /// <returns>Null for what is no key, such as an address that somebody shortened.</returns>
    public static ActionItemKey? Read(string? text)
    {
        if (text?.Split('-') is not [var place, var last] || !int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return null;
        }

        if (place == None)
        {
            return new ActionItemKey(null, null, number);
        }

        if (place == Before)
        {
            return new ActionItemKey(null, Unstated.Time, number);
        }

        if (DateOnly.TryParseExact(place, Day, CultureInfo.InvariantCulture, DateTimeStyles.None, out var due))
        {
            return new ActionItemKey(due, null, number);
        }

        return place.StartsWith(At, StringComparison.Ordinal) && long.TryParse(place[At.Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var at) && at < Furthest
            ? new ActionItemKey(null, DateTimeOffset.UnixEpoch.AddTicks(at * Span), number)
            : null;
    }
}
