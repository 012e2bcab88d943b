using System.Globalization;
using Postmortems.Domain;
using Postmortems.Domain.Incidents;

namespace Postmortems.Tests.Incidents;

public class LocalTimeTests
{
    private const string Berlin = "Europe/Berlin";
    private static readonly DateOnly InWinter = new(2026, 11, 17);
    private static readonly DateOnly ClocksGoForward = new(2026, 3, 29);
    private static readonly DateOnly ClocksGoBack = new(2026, 10, 25);

    [Theory]
    [InlineData("2026-11-17", "14:02", "2026-11-17T13:02:00Z")]
    [InlineData("2026-07-17", "14:02", "2026-07-17T12:02:00Z")]
    [InlineData("2026-03-29", "01:59", "2026-03-29T00:59:00Z")]
    [InlineData("2026-03-29", "03:00", "2026-03-29T01:00:00Z")]
    public void Becomes_an_instant_by_the_clocks_of_its_zone(string date, string time, string instant)
    {
        var point = On(DateOnly.Parse(date, CultureInfo.InvariantCulture), TimeOnly.Parse(time, CultureInfo.InvariantCulture)).ToPoint();

        point.At.ShouldBe(DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));
        point.At.Offset.ShouldBe(TimeSpan.Zero);
    }

    [Fact]
    public void Is_refused_when_clocks_jumped_over_it()
    {
        var refused = Should.Throw<RuleBrokenException>(() => On(ClocksGoForward, new(2, 30)).ToPoint());

        refused.Message.ShouldBe("02:30 on 29 Mar 2026 did not exist in Europe/Berlin: clocks went from 02:00 to 03:00. Please check the time.");
    }

    [Fact]
    public void Is_the_first_of_two_unless_somebody_says_the_second()
    {
        var first = On(ClocksGoBack, new(2, 30));
        var second = first with { IsSecond = true };

        first.CameTwice.ShouldBeTrue();
        first.ToPoint().At.ShouldBe(new(2026, 10, 25, 0, 30, 0, TimeSpan.Zero));
        second.ToPoint().At.ShouldBe(new(2026, 10, 25, 1, 30, 0, TimeSpan.Zero));
        LocalTime.Of(first.ToPoint(), Berlin).ShouldBe(first);
        LocalTime.Of(second.ToPoint(), Berlin).ShouldBe(second);
    }

    [Fact]
    public void Keeps_seconds_only_when_they_are_known()
    {
        var told = On(InWinter, new(14, 2, 7));

        told.ToPoint().At.Second.ShouldBe(0);
        (told with { Precision = Precision.Second }).ToPoint().At.Second.ShouldBe(7);
    }

    [Fact]
    public void Of_a_day_alone_is_its_first_instant()
    {
        var day = new LocalTime(InWinter, null, Precision.Day, Berlin).ToPoint();
        var withoutMidnight = new LocalTime(new(2018, 11, 4), null, Precision.Day, "America/Sao_Paulo").ToPoint();

        day.At.ShouldBe(new(2026, 11, 16, 23, 0, 0, TimeSpan.Zero));
        withoutMidnight.At.ShouldBe(new(2018, 11, 4, 3, 0, 0, TimeSpan.Zero));
        LocalTime.Of(day, Berlin).Date.ShouldBe(InWinter);
    }

    [Theory]
    [InlineData("Europe/Berlim")]
    [InlineData("W. Europe Standard Time")]
    [InlineData("../../etc/passwd")]
    [InlineData("")]
    public void Is_refused_in_a_zone_that_does_not_exist(string zone)
    {
        var told = new LocalTime(InWinter, new(14, 2), Precision.Minute, zone);

        Should.Throw<RuleBrokenException>(told.ToPoint).Code.ShouldBe("time/zone");
    }

    [Theory]
    [InlineData(206)]
    [InlineData(9999)]
    public void Is_refused_in_a_year_that_was_mistyped(int year)
    {
        var told = On(new DateOnly(year, 11, 17), new(14, 2));

        Should.Throw<RuleBrokenException>(told.ToPoint).Code.ShouldBe("time/year");
    }

    private static LocalTime On(DateOnly date, TimeOnly time) => new(date, time, Precision.Minute, Berlin);
}
