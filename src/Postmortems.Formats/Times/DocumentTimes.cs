namespace Postmortems.Formats.Times;

/// <summary>What holds for all times of a document: its day, its zone, and which number of 5/6/2024 is the day.</summary>
/// <param name="Day">The day to fall back to.</param>
/// <param name="DaySource">Half a sentence that says where the day stands.</param>
internal sealed record DocumentTimes(DateOnly? Day, string DaySource, WrittenZone? Zone, bool? DayFirst)
{
    /// <summary>Of days that name none, where nothing in the document tells it.</summary>
    public int? Year { get; init; }

    /// <summary>The day with its year: of the years around the document's, the one that brings it nearest.</summary>
    public DateOnly? Resolve(WrittenDate written)
    {
        var date = Ordered(written);

        if (date.Year is not null || Day is not { } near)
        {
            return date.In(Year);
        }

        return Enumerable.Range(near.Year - 1, 3)
            .Select(year => date.In(year))
            .Where(day => day is not null)
            .MinBy(day => Math.Abs(day!.Value.DayNumber - near.DayNumber));
    }

    public static ReadMoment MomentOf(WrittenMoment written, DateOnly? day, WrittenZone? zone, List<string> warnings)
    {
        if (written.Clock is { IsEndOfDay: true })
        {
            day = day?.AddDays(1);
        }

        var time = written.Clock?.TimeOfDay;
        var wall = day is { } d && time is { } t ? d.ToDateTime(t) : (DateTime?)null;
        string? doubt = null;
        var instant = wall is { } clock && zone is not null ? Clocks.InstantOf(clock, zone, out doubt) : null;

        if (doubt is not null && !warnings.Contains(doubt))
        {
            warnings.Add(doubt);
        }

        return new ReadMoment
        {
            Instant = instant,
            WallClock = wall,
            Day = day,
            TimeOfDay = time,
            Zone = time is null ? null : zone?.Iana,
            Precision = PrecisionOf(written, day),
            AsWritten = written.AsWritten,
            HasEnd = written.HasEnd,
        };
    }

    private WrittenDate Ordered(WrittenDate written)
    {
        if (!written.IsAmbiguous)
        {
            return written;
        }

        if (DayFirst is { } known)
        {
            return known ? written.DayFirst() : written;
        }

        return Day is { } near
            && written.In(null) is { } american
            && written.DayFirst().In(null) is { } european
            && Math.Abs(european.DayNumber - near.DayNumber) < Math.Abs(american.DayNumber - near.DayNumber)
                ? written.DayFirst()
                : written;
    }

    private static Precision PrecisionOf(WrittenMoment written, DateOnly? day) => written switch
    {
        { Clock: null } => day is null ? Precision.None : Precision.Day,
        { IsAbout: true } => Precision.About,
        { Clock.HasMinutes: false } => Precision.Hour,
        { Clock.Second: not null } => Precision.Second,
        _ => Precision.Minute,
    };
}
