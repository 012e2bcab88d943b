namespace Postmortems.Formats.Times;

/// <summary>A day as written; the year may be missing.</summary>
/// <param name="IsAmbiguous">5/6/2024, which is a day in May or in June; read as month/day.</param>
internal readonly record struct WrittenDate(int? Year, int Month, int Day, bool IsAmbiguous)
{
    public DateOnly? In(int? year) =>
        (Year ?? year) is { } y && y is >= 1990 and <= 2100 && Month is >= 1 and <= 12 && Day >= 1 && Day <= DateTime.DaysInMonth(y, Month)
            ? new DateOnly(y, Month, Day)
            : null;

    public WrittenDate DayFirst() => IsAmbiguous ? this with { Month = Day, Day = Month } : this;
}

/// <param name="HasMinutes">False for "2 pm".</param>
/// <param name="IsEndOfDay">24:00, which is midnight of the next day.</param>
internal readonly record struct WrittenClock(int Hour, int Minute, int? Second, bool HasMinutes, bool HasMeridiem, bool IsEndOfDay)
{
    public TimeOnly TimeOfDay => new(Hour, Minute, Second ?? 0);
}

/// <summary>A time as written, with the text that follows it.</summary>
/// <param name="IsUnknown">The writer put dashes for the time of day.</param>
/// <param name="Rest">What follows, without the separator.</param>
internal sealed record WrittenMoment(WrittenDate? Date, WrittenClock? Clock, WrittenZone? Zone, bool IsAbout, bool IsUnknown, string AsWritten, string Rest)
{
    /// <summary>Whether an end is written too; a moment is its beginning.</summary>
    public bool HasEnd { get; init; }
}
