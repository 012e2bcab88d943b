using System.Globalization;

namespace Postmortems.Formats.Tests;

public class ReadingTimelinesTests
{
    [Fact]
    public void Reads_items_of_a_list()
    {
        var timeline = Fixture.Read("checkout-slow.md").Timeline;

        timeline.Select(entry => (entry.When.TimeOfDay!.Value.ToString("HH:mm:ss", CultureInfo.InvariantCulture), entry.When.Precision, entry.Text)).ShouldBe(
        [
            ("14:02:00", Precision.Minute, "Release 88 starts to roll out"),
            ("14:09:00", Precision.Minute, "Latency alert pages the payments team"),
            ("14:20:00", Precision.About, "Ledger found to refuse connections"),
            ("14:31:00", Precision.Minute, "Release 88 is rolled back"),
            ("14:44:30", Precision.Second, "Latency is normal. **Incident over.**"),
        ]);
        timeline[3].When.AsWritten.ShouldBe("14:31–14:40");
    }

    [Theory]
    [InlineData("about 14:05 paged", "about 14:05", "paged")]
    [InlineData("~14:05 paged", "~14:05", "paged")]
    [InlineData("**~14:05** paged", "~14:05", "paged")]
    [InlineData("approx.14:05 paged", "approx.14:05", "paged")]
    [InlineData("ca 14:05 paged", "ca 14:05", "paged")]
    [InlineData("(approx) 14:05 paged", "approx) 14:05", "paged")]
    [InlineData("?14:05 paged", "?14:05", "paged")]
    [InlineData("14:05? paged", "14:05?", "paged")]
    [InlineData("14:05ish paged", "14:05ish", "paged")]
    [InlineData("14:05 UTC (estimated) paged", "14:05 UTC (estimated)", "paged")]
    [InlineData("14:05 ± 5 min paged", "14:05", "± 5 min paged")]
    [InlineData("paged at about 14:05 UTC", "about 14:05 UTC", "paged at")]
    public void Carries_what_makes_a_time_inexact(string line, string asWritten, string text)
    {
        var entry = Fixture.Timeline("- " + line).ShouldHaveSingleItem();

        entry.When.TimeOfDay.ShouldBe(new TimeOnly(14, 5));
        entry.When.Precision.ShouldBe(Precision.About);
        entry.When.AsWritten.ShouldBe(asWritten);
        entry.Text.ShouldBe(text);
    }

    [Theory]
    [InlineData("14:05 - approximately 300 pods fail", "approximately 300 pods fail")]
    [InlineData("14:05 about half of the pods fail", "about half of the pods fail")]
    public void Leaves_a_time_exact_when_something_else_is_inexact(string line, string text)
    {
        var entry = Fixture.Timeline("- " + line).ShouldHaveSingleItem();

        entry.When.Precision.ShouldBe(Precision.Minute);
        entry.Text.ShouldBe(text);
    }

    [Fact]
    public void Reads_headings_over_midnight_and_days_without_a_time()
    {
        var read = Fixture.Read("2026-01-14-proxy-out-of-memory.md");

        read.Timeline.Select(entry => (entry.When.WallClock, entry.Text.Split('\n')[0])).ShouldBe(
        [
            (new DateTime(2026, 1, 14, 22, 50, 0), "Memory of the proxy starts to climb."),
            (new DateTime(2026, 1, 14, 23, 58, 0), "first restart"),
            (new DateTime(2026, 1, 15, 0, 12, 0), "It is killed again."),
            (new DateTime(2026, 1, 15, 9, 30, 0), "The client is blocked."),
            (null, "Report sent to the client's owner."),
        ]);
        read.Timeline[4].When.Day.ShouldBe(new DateOnly(2026, 1, 17));
        read.Timeline[1].Text.ShouldBe("first restart\nThe proxy is killed and comes back:\n```\n00:00:01 proxy[1]: killed\n```");
        read.Warnings.ShouldBe(["Line 25: the time goes back from 23:58 to 00:12; it was read as the next day."]);
    }

    [Fact]
    public void Reads_a_table_with_day_and_time_apart()
    {
        var timeline = Fixture.Read("log-shipping-stopped.md").Timeline;

        timeline.Select(entry => (entry.When.WallClock, entry.Text)).ShouldBe(
        [
            (new DateTime(2026, 7, 14, 22, 10, 0), "Log shipper upgraded · GO"),
            (null, "Disk of the buffer fills up"),
            (new DateTime(2026, 7, 15, 7, 55, 0), "A developer asks where the logs are"),
            (new DateTime(2026, 7, 15, 8, 30, 0), "Buffer emptied | shipper restarted · AB"),
        ]);
        timeline[1].When.Precision.ShouldBe(Precision.Day);
    }

    [Fact]
    public void Reads_a_table_without_outer_pipes_and_the_zone_in_its_heading()
    {
        var timeline = Fixture.Timeline("Time (UTC) | State", "--- | ---", "10:00 | down", "10:05 | up");

        timeline.Select(entry => (entry.When.Instant, entry.Text)).ShouldBe(
        [
            (new DateTimeOffset(2026, 5, 4, 10, 0, 0, TimeSpan.Zero), "down"),
            (new DateTimeOffset(2026, 5, 4, 10, 5, 0, TimeSpan.Zero), "up"),
        ]);
    }

    [Fact]
    public void Reads_bare_lines_below_a_day()
    {
        var timeline = Fixture.Read("rack-power.md").Timeline;

        timeline.Select(entry => (entry.When.Instant, entry.Text)).ShouldBe(
        [
            (new DateTimeOffset(2026, 5, 26, 13, 58, 0, TimeSpan.FromHours(-4)), "Feed B off"),
            (new DateTimeOffset(2026, 5, 26, 14, 5, 0, TimeSpan.FromHours(-4)), "Staff look for the breaker"),
            (new DateTimeOffset(2026, 5, 26, 15, 10, 0, TimeSpan.FromHours(-4)), "power is back"),
        ]);
    }

    [Fact]
    public void Reads_days_as_groups_of_a_list()
    {
        var timeline = Fixture.Timeline("- 2026-05-04", "  - 10:00 UTC down", "- 2026-05-05:", "  - 09:00 UTC up", "    - by hand");

        timeline.Select(entry => (entry.When.Instant, entry.Text)).ShouldBe(
        [
            (new DateTimeOffset(2026, 5, 4, 10, 0, 0, TimeSpan.Zero), "down"),
            (new DateTimeOffset(2026, 5, 5, 9, 0, 0, TimeSpan.Zero), "up\n    - by hand"),
        ]);
    }

    [Fact]
    public void Keeps_the_day_when_the_time_slips_back_a_little()
    {
        var timeline = Fixture.Timeline("- 15:33 UTC one", "- 13:40 UTC two");

        timeline.ShouldAllBe(entry => entry.When.Day == new DateOnly(2026, 5, 4));
    }

    [Fact]
    public void Keeps_the_day_of_a_list_that_runs_backwards()
    {
        var timeline = Fixture.Timeline("- 23:00 UTC d", "- 20:00 UTC c", "- 11:00 UTC b", "- 01:00 UTC a");

        timeline.ShouldAllBe(entry => entry.When.Day == new DateOnly(2026, 5, 4));
    }

    [Fact]
    public void Finds_a_run_of_times_that_no_heading_announces()
    {
        var read = DocumentReader.Read("a.md", "# Queue stopped on 2026-05-04\n\nIt went like this.\n\n- 10:00 UTC down\n- 10:05 UTC paged\n- 10:09 UTC up\n\n## Impact\n\n- 10:00 to 10:09 UTC nothing worked\n");

        read.Timeline.Select(entry => entry.Text).ShouldBe(["down", "paged", "up"]);
    }

    [Fact]
    public void Stays_in_the_timeline_below_headings_that_state_days_or_phases()
    {
        var read = DocumentReader.Read(
            "a.md",
            "# Queue stopped\n\n## Timeline (UTC)\n\n## May 4, 2026\n\n### Detection\n\n- 10:00 paged\n\n### Resolution\n\n- 10:30 up\n\n## Resolution\n\nRestarted.\n");

        read.Timeline.Select(entry => entry.When.Instant).ShouldBe(
            [new DateTimeOffset(2026, 5, 4, 10, 0, 0, TimeSpan.Zero), new DateTimeOffset(2026, 5, 4, 10, 30, 0, TimeSpan.Zero)]);
        read.Sections["resolution"].ShouldBe("Restarted.");
    }
}
