using System.Collections.Concurrent;

namespace Postmortems.Formats.Times;

/// <summary>Which offset held at a place at a time.</summary>
internal static class Clocks
{
    private static readonly ConcurrentDictionary<string, TimeZoneInfo?> Places = new();

    private static readonly string[] Continents = ["Africa/", "America/", "Antarctica/", "Asia/", "Atlantic/", "Australia/", "Etc/", "Europe/", "Indian/", "Pacific/"];

    public static bool IsPlace(string name) =>
        Continents.Any(continent => name.StartsWith(continent, StringComparison.Ordinal)) && name.Length < 40 && Find(name) is not null;

    /// <param name="wall">As written.</param>
    /// <param name="doubt">A sentence when the clock showed this time twice, never, or otherwise than the letters say.</param>
    /// <returns>Null when neither the place nor an offset is known.</returns>
    public static DateTimeOffset? InstantOf(DateTime wall, WrittenZone zone, out string? doubt)
    {
        doubt = null;

        if (zone.Iana is "UTC" or null)
        {
            return zone.Offset is { } fixedOffset ? new DateTimeOffset(wall, fixedOffset) : null;
        }

        if (Find(zone.Iana) is not { } place)
        {
            return zone.Offset is { } stated ? new DateTimeOffset(wall, stated) : null;
        }

        if (place.IsInvalidTime(wall))
        {
            doubt = $"Clocks in {zone.Iana} skipped {wall:yyyy-MM-dd HH:mm}.";
            return new DateTimeOffset(wall, place.GetUtcOffset(wall.AddHours(-1)));
        }

        if (place.IsAmbiguousTime(wall))
        {
            var offsets = place.GetAmbiguousTimeOffsets(wall);

            if (zone.Offset is { } told && offsets.Contains(told))
            {
                return new DateTimeOffset(wall, told);
            }

            doubt = $"Clocks in {zone.Iana} showed {wall:yyyy-MM-dd HH:mm} twice; the first time was taken.";
            return new DateTimeOffset(wall, offsets.Max());
        }

        var offset = place.GetUtcOffset(wall);

        if (zone.Offset is { } said && said != offset)
        {
            doubt = $"{zone.AsWritten} is written where clocks in {zone.Iana} showed another offset; times were read as local time there.";
        }

        return new DateTimeOffset(wall, offset);
    }

    private static TimeZoneInfo? Find(string name) =>
        Places.GetOrAdd(name, static id => TimeZoneInfo.TryFindSystemTimeZoneById(id, out var found) ? found : null);
}
