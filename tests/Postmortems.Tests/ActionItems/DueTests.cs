using Postmortems.Web.ActionItems;

namespace Postmortems.Tests.ActionItems;

public class DueTests
{
    private static readonly DateOnly Thursday = new(2026, 11, 19);

    [Theory]
    [InlineData("2026-11-06", "Fri 6 Nov", "13 days over", "over", "Overdue")]
    [InlineData("2026-11-18", "Wed 18 Nov", "1 day over", "over", "Overdue")]
    [InlineData("2026-11-19", "Thu 19 Nov", "today", "soon", "Due in two weeks")]
    [InlineData("2026-11-20", "Fri 20 Nov", "tomorrow", "soon", "Due in two weeks")]
    [InlineData("2026-11-26", "Thu 26 Nov", "in 7 days", "", "Due in two weeks")]
    [InlineData("2026-12-03", "Thu 3 Dec", "in 14 days", "", "Due in two weeks")]
    [InlineData("2026-12-04", "Fri 4 Dec", "", "", "Later")]
    [InlineData("2027-01-08", "Fri 8 Jan 2027", "", "", "Later")]
    public void Is_said_in_words(string due, string day, string distance, string tone, string stretch)
    {
        var date = DateOnly.Parse(due, System.Globalization.CultureInfo.InvariantCulture);

        Due.Day(date, Thursday).ShouldBe(day);
        Due.Distance(date, Thursday).ShouldBe(distance);
        Due.Tone(date, Thursday).ShouldBe(tone);
        Due.Stretch(date, Thursday).ShouldBe(stretch);
    }

    [Theory]
    [InlineData("Pacific/Auckland", 20)]
    [InlineData("Europe/Berlin", 19)]
    [InlineData("No/Such_Zone", 19)]
    public void Counts_from_the_day_it_is_for_the_reader(string zone, int day) =>
        new Stopped(new(2026, 11, 19, 12, 0, 0, TimeSpan.Zero)).Today(zone).ShouldBe(new DateOnly(2026, 11, day));

    private sealed class Stopped(DateTimeOffset at) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => at;
    }
}
