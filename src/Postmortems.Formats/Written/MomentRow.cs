using System.Globalization;

namespace Postmortems.Formats.Written;

/// <summary>A time in a file of this product.</summary>
/// <param name="At">An instant with its offset, a day and time without one, a day, or a time of day: the most that is known.</param>
/// <param name="Clock">Day and time as written, where they are not those of the instant.</param>
/// <param name="Day">The day as written, where it is not that of <paramref name="At"/>.</param>
/// <param name="Time">The time of day as written, where it is not that of <paramref name="At"/>.</param>
/// <param name="Precision">Left out for a minute.</param>
internal sealed record MomentRow(string? At, string? Zone, string? Precision, string? Written, bool? HasEnd, string? Clock, string? Day, string? Time)
{
    private const string DayForm = "yyyy-MM-dd";
    private const string ClockForm = "yyyy-MM-dd'T'HH:mm:ss.FFFFFFF";
    private const string TimeForm = "HH:mm:ss.FFFFFFF";
    private const string InstantForm = ClockForm + "zzz";

    public static MomentRow? Of(ReadMoment? moment)
    {
        if (moment is null)
        {
            return null;
        }

        var at = moment.Instant?.ToString(InstantForm, CultureInfo.InvariantCulture) ?? Say(moment.WallClock) ?? Say(moment.Day) ?? Say(moment.TimeOfDay);
        var told = new MomentRow(at, null, null, null, null, null, null, null).Known();

        return new MomentRow(
            at,
            moment.Zone,
            moment.Precision == Formats.Precision.Minute ? null : moment.Precision.ToString().ToLowerInvariant(),
            moment.AsWritten.Length == 0 ? null : moment.AsWritten,
            moment.HasEnd ? true : null,
            moment.WallClock == told.WallClock ? null : Say(moment.WallClock),
            moment.Day == told.Day ? null : Say(moment.Day),
            moment.TimeOfDay == told.TimeOfDay ? null : Say(moment.TimeOfDay));
    }

    /// <exception cref="FormatException">With a sentence that names what is no time.</exception>
    public ReadMoment ToMoment()
    {
        var known = Known();

        return known with
        {
            WallClock = Clock is null ? known.WallClock : ClockOf(Clock) ?? throw Odd(Clock),
            Day = Day is null ? known.Day : DayOf(Day) ?? throw Odd(Day),
            TimeOfDay = Time is null ? known.TimeOfDay : TimeOf(Time) ?? throw Odd(Time),
            Zone = Zone,
            Precision = Precision is null ? Formats.Precision.Minute
                : Enum.TryParse<Precision>(Precision, ignoreCase: true, out var precision) && !char.IsAsciiDigit(Precision[0]) ? precision
                : throw new FormatException($"“{Shown(Precision)}” is no precision; there are none, day, about, hour, minute and second."),
            AsWritten = Written ?? "",
            HasEnd = HasEnd ?? false,
        };
    }

    public static string? Say(DateOnly? day) => day?.ToString(DayForm, CultureInfo.InvariantCulture);

    /// <exception cref="FormatException">With a sentence that names what is no day.</exception>
    public static DateOnly? DayIn(string? written) =>
        written is null ? null : DayOf(written) ?? throw new FormatException($"“{Shown(written)}” is no day; write it like 2026-05-04.");

    internal static string Shown(string written) => written.Length <= 40 ? written : string.Concat(written.EnumerateRunes().Take(40)) + "…";

    private ReadMoment Known()
    {
        var instant = At is null ? null : InstantOf(At);
        var clock = instant?.DateTime ?? ClockOf(At);
        var day = clock is { } c ? DateOnly.FromDateTime(c) : DayOf(At);
        var time = clock is { } t ? TimeOnly.FromDateTime(t) : day is null ? TimeOf(At) : null;

        return At is not null && day is null && time is null
            ? throw Odd(At)
            : new ReadMoment { Instant = instant, WallClock = clock, Day = day, TimeOfDay = time, AsWritten = "" };
    }

    private static FormatException Odd(string written) =>
        new($"“{Shown(written)}” is no time; write it like 2026-05-04T14:05:00+02:00, without the offset where the zone is not known.");

    private static string? Say(DateTime? clock) => clock?.ToString(ClockForm, CultureInfo.InvariantCulture);

    private static string? Say(TimeOnly? time) => time?.ToString(TimeForm, CultureInfo.InvariantCulture);

    private static DateTimeOffset? InstantOf(string written) =>
        DateTimeOffset.TryParseExact(written, [InstantForm, "yyyy-MM-dd'T'HH:mm:ss'Z'", "yyyy-MM-dd'T'HH:mmzzz", "yyyy-MM-dd'T'HH:mm'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant)
            ? instant
            : null;

    private static DateTime? ClockOf(string? written) =>
        DateTime.TryParseExact(written, [ClockForm, "yyyy-MM-dd'T'HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var clock) ? clock : null;

    private static DateOnly? DayOf(string? written) =>
        DateOnly.TryParseExact(written, DayForm, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    private static TimeOnly? TimeOf(string? written) =>
        TimeOnly.TryParseExact(written, [TimeForm, "HH:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) ? time : null;
}
