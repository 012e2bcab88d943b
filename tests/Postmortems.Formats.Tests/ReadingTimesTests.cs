using System.Globalization;

namespace Postmortems.Formats.Tests;

public class ReadingTimesTests
{
    [Theory]
    [InlineData("- 2026-05-04 14:05 UTC: text", "2026-05-04T14:05:00+00:00", Precision.Minute)]
    [InlineData("- **14:05 UTC** - text", "2026-05-04T14:05:00+00:00", Precision.Minute)]
    [InlineData("- [14:05 UTC] text", "2026-05-04T14:05:00+00:00", Precision.Minute)]
    [InlineData("- `14:05Z` text", "2026-05-04T14:05:00+00:00", Precision.Minute)]
    [InlineData("- 14:05: text", null, Precision.Minute)]
    [InlineData("- 2026-05-04T14:05:33.120+02:00 text", "2026-05-04T14:05:33+02:00", Precision.Second)]
    [InlineData("- 2:05 PM PDT text", "2026-05-04T14:05:00-07:00", Precision.Minute)]
    [InlineData("- 2:05p PDT – text", "2026-05-04T14:05:00-07:00", Precision.Minute)]
    [InlineData("- 12:10 am UTC text", "2026-05-04T00:10:00+00:00", Precision.Minute)]
    [InlineData("- 2 pm UTC text", "2026-05-04T14:00:00+00:00", Precision.Hour)]
    [InlineData("- 1405 UTC text", "2026-05-04T14:05:00+00:00", Precision.Minute)]
    [InlineData("- 14h05 UTC : text", "2026-05-04T14:05:00+00:00", Precision.Minute)]
    [InlineData("- ~14:05 UTC text", "2026-05-04T14:05:00+00:00", Precision.About)]
    [InlineData("- around 14:05 UTC, text", "2026-05-04T14:05:00+00:00", Precision.About)]
    [InlineData("- 14:05 UTC (approximately) text", "2026-05-04T14:05:00+00:00", Precision.About)]
    [InlineData("- 14:05 (UTC+2) text", "2026-05-04T14:05:00+02:00", Precision.Minute)]
    [InlineData("- 14:05 Europe/Paris text", "2026-05-04T14:05:00+02:00", Precision.Minute)]
    [InlineData("- 14:05 Pacific Time text", "2026-05-04T14:05:00-07:00", Precision.Minute)]
    [InlineData("- 14:05–14:20 UTC text", "2026-05-04T14:05:00+00:00", Precision.Minute)]
    [InlineData("- 1:05-2:10 PM UTC text", "2026-05-04T13:05:00+00:00", Precision.Minute)]
    [InlineData("- May 6th, 2026 at 14:05 UTC text", "2026-05-06T14:05:00+00:00", Precision.Minute)]
    [InlineData("- 6 May 14:05 UTC text", "2026-05-06T14:05:00+00:00", Precision.Minute)]
    [InlineData("- Wednesday, 6. Mai 2026, 14:05 UTC text", "2026-05-06T14:05:00+00:00", Precision.Minute)]
    [InlineData("- 06.05.2026 14:05 UTC text", "2026-05-06T14:05:00+00:00", Precision.Minute)]
    [InlineData("- [05-06 14:05 UTC] text", "2026-05-06T14:05:00+00:00", Precision.Minute)]
    [InlineData("- 2026-05-04 24:00 UTC text", "2026-05-05T00:00:00+00:00", Precision.Minute)]
    [InlineData("- text 2026-05-04 14:05 UTC", "2026-05-04T14:05:00+00:00", Precision.Minute)]
    public void Reads_a_time_however_it_is_written(string line, string? instant, Precision precision)
    {
        var entry = Fixture.Entry(line);

        entry.Text.ShouldBe("text");
        entry.When.Precision.ShouldBe(precision);
        entry.When.Instant.ShouldBe(instant is null ? null : DateTimeOffset.Parse(instant, CultureInfo.InvariantCulture));
        entry.When.WallClock.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("- 500 errors a minute")]
    [InlineData("- 2.0.1 is released")]
    [InlineData("- 10.11.12.13 refuses connections")]
    [InlineData("- 6h27m until it was repaired")]
    [InlineData("- 15:3 of them failed")]
    [InlineData("- 90 % of the queue")]
    [InlineData("- 2026-13-45 is no day")]
    public void Takes_no_other_number_for_a_time(string line)
    {
        var entry = Fixture.Entry(line);

        entry.When.Precision.ShouldBe(Precision.None);
        entry.Text.ShouldBe(line[2..]);
    }

    [Fact]
    public void Keeps_the_clock_and_warns_when_no_zone_is_stated()
    {
        var read = DocumentReader.Read("a.md", "# Queue stopped on 2026-05-04\n\n## Timeline\n\n- 2026-05-04 14:05 stopped\n");

        var when = read.Timeline.ShouldHaveSingleItem().When;
        when.Instant.ShouldBeNull();
        when.WallClock.ShouldBe(new DateTime(2026, 5, 4, 14, 5, 0));
        when.Zone.ShouldBeNull();
        read.Warnings.ShouldContain("1 times in the timeline name no zone; they were kept as the clock showed them.");
    }

    [Fact]
    public void Gives_no_time_to_a_day_without_one()
    {
        var entry = Fixture.Entry("- 2026-05-06: text");

        entry.When.ShouldBe(new ReadMoment { Day = new DateOnly(2026, 5, 6), Precision = Precision.Day, AsWritten = "2026-05-06" });
    }

    [Theory]
    [InlineData("## Timeline (all times CEST)", "Europe/Berlin")]
    [InlineData("## Timeline\n\n_All times are in UTC_", "UTC")]
    [InlineData("All times in PDT (UTC-7).\n\n## Timeline", "America/Los_Angeles")]
    [InlineData("## Timeline\n\nAlle Zeiten in MESZ.", "Europe/Berlin")]
    public void Finds_the_zone_that_holds_for_all_times(string heading, string zone)
    {
        var read = DocumentReader.Read("a.md", $"# Queue stopped on 2026-05-04\n\n{heading}\n\n- 10:00 stopped\n");

        read.Zone.ShouldBe(zone);
        read.Timeline.ShouldHaveSingleItem().When.Zone.ShouldBe(zone);
        read.Timeline[0].When.Instant.ShouldNotBeNull();
    }

    [Fact]
    public void Says_so_when_letters_and_summer_time_disagree()
    {
        var read = Fixture.Read("log-shipping-stopped.md");

        read.Timeline[0].When.Instant.ShouldBe(new DateTimeOffset(2026, 7, 14, 22, 10, 0, TimeSpan.FromHours(2)));
        read.Warnings.ShouldHaveSingleItem().ShouldBe("CET is written where clocks in Europe/Berlin showed another offset; times were read as local time there.");
    }

    [Fact]
    public void Says_so_when_the_clock_showed_a_time_twice_or_never()
    {
        var read = DocumentReader.Read("a.md", "# Clocks\n\n## Timeline (Europe/Berlin)\n\n- 2026-10-25 02:30 twice\n- 2026-03-29 02:30 never\n");

        read.Timeline[0].When.Instant.ShouldBe(new DateTimeOffset(2026, 10, 25, 2, 30, 0, TimeSpan.FromHours(2)));
        read.Warnings.ShouldContain("Clocks in Europe/Berlin showed 2026-10-25 02:30 twice; the first time was taken.");
        read.Warnings.ShouldContain("Clocks in Europe/Berlin skipped 2026-03-29 02:30.");
    }

    [Theory]
    [InlineData("3/4/2026 and 25/4/2026", "2026-04-03")]
    [InlineData("3/4/2026 and 4/25/2026", "2026-03-04")]
    [InlineData("3-4-2026 and 04-25-2026", "2026-03-04")]
    [InlineData("all times in PST", "2026-03-04")]
    [InlineData("all times in CET", "2026-04-03")]
    public void Learns_from_other_days_which_number_is_the_month(string days, string expected)
    {
        var read = DocumentReader.Read("a.md", $"# Days\n\n{days}\n\n## Timeline\n\n- 3/4/2026 10:00 text\n");

        read.Timeline.ShouldHaveSingleItem().When.Day.ShouldBe(DateOnly.Parse(expected, CultureInfo.InvariantCulture));
    }

    [Fact]
    public void Says_so_when_nothing_tells_which_number_is_the_month()
    {
        var read = DocumentReader.Read("a.md", "# Days\n\n## Timeline\n\n- 3/4/2026 10:00 text\n");

        read.Timeline.ShouldHaveSingleItem().When.Day.ShouldBe(new DateOnly(2026, 3, 4));
        read.Warnings.ShouldContain("1 days in the timeline can be read with the day or the month first; the one nearer to the incident was taken, else the month first.");
    }

    [Fact]
    public void Finds_the_times_of_the_incident()
    {
        var rack = Fixture.Read("rack-power.md").Times;
        var zone = Fixture.Read("dns-zone-lost.html.md.erb").Times;

        rack.Impact!.Instant.ShouldBe(new DateTimeOffset(2026, 5, 26, 13, 58, 0, TimeSpan.FromHours(-4)));
        rack.Resolved!.Instant.ShouldBe(new DateTimeOffset(2026, 5, 26, 15, 10, 0, TimeSpan.FromHours(-4)));
        zone.Detected!.WallClock.ShouldBe(new DateTime(2026, 2, 3, 9, 15, 0));
        zone.Mitigated!.WallClock.ShouldBe(new DateTime(2026, 2, 3, 11, 5, 0));
        zone.Resolved!.WallClock.ShouldBe(new DateTime(2026, 2, 4, 10, 0, 0));
    }

    [Theory]
    [InlineData("a.md", "# Queue stopped on May 4th, 2026", "2026-05-04")]
    [InlineData("2026-05-06-post.md", "# Queue stopped on 2026-05-04", "2026-05-04")]
    [InlineData("2026-05-06-post.md", "# Queue stopped\n\nOn May 4 the queue stopped.", "2026-05-04")]
    [InlineData("2026-05-06-post.md", "# Queue stopped\n\nIt was built on 2019-01-01.", "2026-05-06")]
    [InlineData("a.md", "---\ndate: 2026-05-06\n---\n# Queue stopped\n\n## Timeline\n\n**Date: 2026-05-04**\n\n- 10:00 stopped", "2026-05-04")]
    [InlineData("a.md", "# Queue stopped\n\n| | |\n|-|-|\n| Date | 2026-05-04 |\n", "2026-05-04")]
    [InlineData("PM-20260504_queue.md", "# Queue stopped", "2026-05-04")]
    [InlineData("a.md", "# Queue stopped", null)]
    public void Takes_the_day_that_stands_nearest_to_the_incident(string name, string text, string? expected) =>
        DocumentReader.Read(name, text).Date.ShouldBe(expected is null ? null : DateOnly.Parse(expected, CultureInfo.InvariantCulture));
}
