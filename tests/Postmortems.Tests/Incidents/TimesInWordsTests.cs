using Postmortems.Domain.Incidents;
using Postmortems.Web.Shell;

namespace Postmortems.Tests.Incidents;

public class TimesInWordsTests
{
    private static readonly DateTimeOffset TwoPast = new(2026, 11, 17, 13, 2, 7, TimeSpan.Zero);

    [Theory]
    [InlineData(Precision.Second, "17 Nov 2026, 14:02:07 CET", "2026-11-17T14:02:07+01:00")]
    [InlineData(Precision.Minute, "17 Nov 2026, 14:02 CET", "2026-11-17T14:02+01:00")]
    [InlineData(Precision.About, "17 Nov 2026, about 14:02 CET", "2026-11-17T14:02+01:00")]
    [InlineData(Precision.Hour, "17 Nov 2026, 14:02 CET ±30 min", "2026-11-17T14:02+01:00")]
    [InlineData(Precision.Day, "17 Nov 2026", "2026-11-17")]
    public void Are_no_more_exact_than_they_are_known(Precision precision, string words, string machine)
    {
        var point = new TimePoint(TwoPast, precision);

        Times.Say(point, "Europe/Berlin").ShouldBe(words);
        Times.Machine(point, "Europe/Berlin").ShouldBe(machine);
    }

    [Theory]
    [InlineData("9pm", 21)]
    [InlineData("9 PM", 21)]
    [InlineData("12am", 0)]
    public void Are_read_from_a_form_as_hours_of_half_a_day(string typed, int hour) =>
        new TimeInput { Date = "2026-11-17", Time = typed }.ToPoint("Etc/UTC")!.At.ShouldBe(new DateTimeOffset(2026, 11, 17, hour, 0, 0, TimeSpan.Zero));

    [Theory]
    [InlineData("Etc/UTC", "17 Nov 2026, 13:02 UTC")]
    [InlineData("America/New_York", "17 Nov 2026, 08:02 EST")]
    [InlineData("Asia/Kathmandu", "17 Nov 2026, 18:47 UTC+5:45")]
    [InlineData("America/St_Johns", "17 Nov 2026, 09:32 UTC−3:30")]
    [InlineData("Mars/Olympus", "17 Nov 2026, 13:02 UTC")]
    [InlineData("Asia/Tokyo", "17 Nov 2026, 22:02 JST")]
    public void Name_their_zone(string zone, string words) =>
        Times.Say(TwoPast, zone).ShouldBe(words);

    [Fact]
    public void Name_summer_and_winter_on_the_night_when_clocks_go_back()
    {
        var summer = new DateTimeOffset(2026, 10, 25, 0, 30, 0, TimeSpan.Zero);

        Times.Say(summer, "Europe/Berlin").ShouldBe("25 Oct 2026, 02:30 CEST");
        Times.Say(summer.AddHours(1), "Europe/Berlin").ShouldBe("25 Oct 2026, 02:30 CET");
    }

    [Theory]
    [InlineData(42, "42 s")]
    [InlineData(47 * 60, "47 min")]
    [InlineData(((3 * 60) + 6) * 60, "3 h 06")]
    [InlineData(52 * 3600, "2 days 4 h")]
    [InlineData(-9 * 60, "−9 min")]
    public void Say_lengths_as_people_do(int seconds, string words) =>
        Durations.Say(TimeSpan.FromSeconds(seconds)).ShouldBe(words);

    [Theory]
    [InlineData(Precision.Minute, "4 h 10")]
    [InlineData(Precision.About, "about 4 h 10")]
    [InlineData(Precision.Day, "less than a day")]
    public void Say_a_length_no_more_exactly_than_its_ends(Precision precision, string words)
    {
        var from = new TimePoint(TwoPast, precision);
        var to = new TimePoint(TwoPast.AddMinutes(250), Precision.Minute);

        Durations.Between(from, to).ShouldBe(words);
    }
}
